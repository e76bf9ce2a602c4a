package io.github.dyn53.functions.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.functions.golden.GoldenEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  private static final String CONTEXT =
      "\"requestContext\":{\"http\":{\"method\":\"POST\",\"sourceIp\":\"11.22.33.44\"},"
          + "\"requestId\":\"R1\"}";

  @Test
  void readsAllThatIsNeeded() throws IOException {
    HttpApiEvent event =
        read(
            """
            {"version":"2.0","rawPath":"/nic/update","rawQueryString":"a=1&b=%%20",
            "cookies":["x=y"],"headers":{"Host":"h","user-agent":"U"},
            "queryStringParameters":{"rawPath":"/other"},
            "body":"text","isBase64Encoded":false,%s}
            """
                .formatted(CONTEXT));

    assertThat(event.requestId()).isEqualTo("R1");
    assertThat(event.request().method()).isEqualTo("POST");
    assertThat(event.request().path()).isEqualTo("/nic/update");
    assertThat(event.request().query()).isEqualTo("a=1&b=%20");
    assertThat(event.request().headers()).isEqualTo(Map.of("host", "h", "user-agent", "U"));
    assertThat(event.request().body()).isEqualTo("text");
    assertThat(event.request().source().text()).isEqualTo("11.22.33.44");
  }

  @Test
  void readsEveryGoldenEvent() throws IOException {
    for (GoldenEvent golden : GoldenEvent.all()) {
      assertThat(read(golden.event()).request().method()).isIn("GET", "POST", "PUT");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {%s}                                          | ''     | nothing else is sent
          {"body":null,%s}                              | ''     | null
          {"body":null,"isBase64Encoded":true,%s}       | ''     | null that is said to be base64
          {"body":"YT1i","isBase64Encoded":false,%s}    | YT1i   | plain
          {"body":"YT1i","isBase64Encoded":true,%s}     | a=b    | base64
          {"isBase64Encoded":true,"body":"YT1i",%s}     | a=b    | the other way round
          {"body":"YT1i","isBase64Encoded":"true",%s}   | YT1i   | a text is no flag
          {"body":{"body":"x"},%s}                      | ''     | an object
          {"body":["x"],%s}                             | ''     | a list
          {"body":"a","body":"b",%s}                    | b      | twice
          {"body":12,%s}                                | 12     | a number
          {"headers":{"body":"x"},%s}                   | ''     | a header of that name
          """)
  void readsTheBody(String event, String body, String what) throws IOException {
    assertThat(read(event.formatted(CONTEXT)).request().body()).as(what).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11.22.33.44                | 11.22.33.44
          2600:1:2:0:0:0:0:77        | 2600:1:2::77
          2600:0001:0002::0077       | 2600:1:2::77
          """)
  void readsTheSource(String text, String source) throws IOException {
    String event = "{\"requestContext\":{\"http\":{\"sourceIp\":\"%s\"}}}".formatted(text);

    assertThat(read(event).request().source()).isEqualTo(IpAddress.parse(source).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "7",
        "true",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{,}",
        "{a:1}",
        "not json",
        "{\"requestContext\":{\"http\":{\"sourceIp\":\"1",
        "\u0000",
        "\ufeff"
      })
  void refusesWhatIsNoObject(String text) {
    refuses(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"requestContext\":null}",
        "{\"requestContext\":\"x\"}",
        "{\"requestContext\":[]}",
        "{\"requestContext\":{\"http\":[]}}",
        "{\"requestContext\":{\"http\":{}}}",
        "{\"requestContext\":{\"http\":{\"sourceIp\":null}}}",
        "{\"requestContext\":{\"http\":{\"sourceIp\":3232235777}}}",
        "{\"requestContext\":{\"http\":{\"sourceIp\":\"unknown\"}}}",
        "{\"requestContext\":{\"http\":{\"sourceIp\":\"1.2.3.4:80\"}}}",
        "{\"requestContext\":{\"http\":{\"sourceIp\":{\"sourceIp\":\"1.2.3.4\"}}}}",
        "{\"requestContext\":{\"identity\":{\"sourceIp\":\"1.2.3.4\"}}}",
        "{\"headers\":{\"x-forwarded-for\":\"1.2.3.4\"}}",
        "{\"sourceIp\":\"1.2.3.4\"}"
      })
  void refusesWhatHasNoSourceAddress(String text) {
    refuses(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "YQ=", "Y Q==", "YT1i\\n", "____"})
  void refusesABodyThatIsNotBase64(String body) {
    refuses(
        "{\"isBase64Encoded\":true,\"body\":\"%s\",%s}".formatted(body, CONTEXT).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\u00ff\"}",
        "\u0000\u0000\u0000{\u0001\u0001\u0001\u0001",
        "\u0000\u0000\u00fe\u00ff\u00ff\u00ff\u00ff\u00ff",
        "\u00ff\u00fe{",
        "\u0000\u0000{\u0000",
        "\u0000{\u0000\u0000"
      })
  void refusesBytesThatAreNoText(String bytes) {
    refuses(bytes.getBytes(ISO_8859_1));
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    refuses(("{\"a\":" + "[".repeat(200_000)).getBytes(UTF_8));
    refuses("{\"requestContext\":".repeat(200_000).getBytes(UTF_8));
  }

  @Test
  void readsABodyOfTenMegabytes() throws IOException {
    String body = Base64.getEncoder().encodeToString(new byte[7_000_000]);

    assertThat(
            read("{\"isBase64Encoded\":true,\"body\":\"%s\",%s}".formatted(body, CONTEXT))
                .request()
                .body())
        .hasSize(7_000_000);
  }

  @Test
  void saysNothingOfTheTextItRefuses() {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> read("{\"rawQueryString\":\"token=abcdef\" abcdef"))
        .satisfies(e -> assertThat(e).message().doesNotContain("abcdef"))
        .withNoCause();
  }

  private static HttpApiEvent read(String text) throws IOException {
    return EventReader.read(new JsonFactory(), new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static void refuses(byte[] bytes) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventReader.read(new JsonFactory(), new ByteArrayInputStream(bytes)));
  }
}
