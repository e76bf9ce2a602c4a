package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckipTest {

  private static final String PAGE =
      "<html><head><title>Current IP Check</title></head>"
          + "<body>Current IP Address: 9.8.7.6</body></html>\n";

  private final Wire wire = new Wire();

  @ParameterizedTest
  @ValueSource(strings = {"/checkip", "/myip", "/ip", "/nic/checkip", "//checkip/", "/u/x/ip"})
  void answersBareAddress(String path) {
    WebReply reply = wire.get(path, Map.of("accept", "*/*")).reply();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("9.8.7.6");
    assertThat(reply.headers())
        .containsEntry("content-type", "text/plain; charset=us-ascii")
        .containsEntry("cache-control", "no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /        | */*
          /        | text/plain
          //       | text/html
          /u/x     | */*
          /checkip | text/html,application/xhtml+xml
          /ip      | */*;q=0.1, text/html
          """)
  void answersPage(String path, String accept) {
    WebReply reply = wire.get(path, Map.of("accept", accept)).reply();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(PAGE);
    assertThat(reply.headers()).containsEntry("content-type", "text/html; charset=us-ascii");
  }

  @ParameterizedTest
  @CsvSource({"2600:0:0:0:0:0:0:A, 2600::a", "::1, ::1", "10.1.2.3, 10.1.2.3"})
  void answersCanonicalText(String source, String text) {
    Handled handled = wire.sendFrom(source, "GET", "/checkip", Map.of(), "");

    assertThat(handled.reply().body()).isEqualTo(text);
    assertThat(handled.summary().outcome()).isEqualTo("checkip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS"})
  void refusesOtherMethods(String method) {
    WebReply reply = wire.send(method, "/checkip", Map.of(), "").reply();

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.body()).isEqualTo("badagent\n");
  }
}
