package io.github.dyn53.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpRequestTest {

  @Test
  void showsTheServerAlone() {
    assertThat(SocketHttpClientTest.get("https://me:pw@hooks.example.com/T1/secret?key=secret"))
        .hasToString("GET https://hooks.example.com");
  }
}
