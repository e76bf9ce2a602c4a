package io.github.dyn53.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T18:00:00Z"));
  private static final String GOOD =
      """
      {"statusCode":200,"headers":{"content-type":"text/plain","content-length":"99"},\
      "body":"good 192.0.2.1\\n"}\
      """;

  private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
  private String answer = GOOD;
  private FrontDoor door = open(Duration.ofSeconds(10));

  @BeforeEach
  void forgetEvents() {
    events.clear();
  }

  @AfterEach
  void closeDoor() {
    door.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /nic/update?hostname=a,b&myip=192.0.2.1 | /nic/update | hostname=a,b&myip=192.0.2.1
          //update?x=1                            | //update    | x=1
          /nic//update                            | /nic//update | ""
          /a%2fb%20c                              | /a/b c      | ""
          /u/%ff/x                                | /u/\uFFFD/x | ""
          /a+b;c=d                                | /a+b;c=d    | ""
          /a%3fb=c                                | /a          | ""
          /?h=%ff%2B+%                            | /           | h=%ff%2B+%
          /?                                      | /           | ""
          *                                       | *           | ""
          """)
  void keepsRequestTarget(String target, String path, String query) throws Exception {
    String method = target.equals("*") ? "OPTIONS" : "GET";

    send("%s %s HTTP/1.1\nHost: localhost\nConnection: close\n\n".formatted(method, target));

    JsonNode event = events.remove();
    assertThat(event.path("rawPath").asText()).isEqualTo(path);
    assertThat(event.at("/requestContext/http/path").asText()).isEqualTo(path);
    assertThat(event.path("rawQueryString").asText()).isEqualTo(query);
  }

  @Test
  void keepsCharactersThatClientsForgetToEscape() throws Exception {
    send("GET /?h=*.dyn.test&i=2001:db8::1&p=a|b\"<>{}^ HTTP/1.0\n\n");

    assertThat(events.remove().path("rawQueryString").asText())
        .isEqualTo("h=*.dyn.test&i=2001:db8::1&p=a|b\"<>{}^");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../etc/passwd", "/u/%/x", "/u/%zz"})
  void refusesPathThatNoApiWouldRoute(String path) throws Exception {
    assertThat(send("GET %s HTTP/1.0\n\n".formatted(path))).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Connection: keep-alive\n"})
  void closesAfterHttp10(String header) throws Exception {
    String reply = send("GET /nic/update HTTP/1.0\n%s\n".formatted(header));

    assertThat(reply).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\ngood 192.0.2.1\n");
    assertThat(events.remove().at("/requestContext/http/protocol").asText()).isEqualTo("HTTP/1.0");
  }

  @Test
  void keepsHttp11ConnectionOpen() throws Exception {
    String replies =
        send(
            """
            GET /a HTTP/1.1
            Host: x

            GET /b HTTP/1.1
            Host: x
            Connection: close

            """);

    assertThat(replies.split("good 192", -1)).hasSize(3);
  }

  @Test
  void sendsExactLengthAndNeverChunks() throws Exception {
    String reply =
        send(
            """
            GET / HTTP/1.1
            Host: x
            Accept-Encoding: gzip
            TE: chunked
            Connection: close

            """);

    assertThat(reply)
        .containsIgnoringCase("content-length: 15\r\n")
        .doesNotContainIgnoringCase("transfer-encoding")
        .doesNotContainIgnoringCase("content-encoding")
        .endsWith("\r\n\r\ngood 192.0.2.1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void takesSourceAddressFromSocket(String address) throws Exception {
    RawClient.send(
        address,
        door.httpPort(),
        "GET / HTTP/1.0\nX-Forwarded-For: 203.0.113.9\nForwarded: for=203.0.113.9\n\n");

    JsonNode event = events.remove();
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo(address);
    assertThat(event.at("/headers/x-forwarded-for").asText()).isEqualTo("203.0.113.9, " + address);
    assertThat(event.at("/headers/forwarded").asText()).isEqualTo("for=203.0.113.9");
  }

  @Test
  void lowersAndJoinsHeaders() throws Exception {
    send("GET / HTTP/1.0\nX-A: 1\nx-a: 2\nAuthorization: Basic eA==\nCookie: a=1; b=2\n\n");

    JsonNode event = events.remove();
    assertThat(event.at("/headers/x-a").asText()).isEqualTo("1,2");
    assertThat(event.at("/headers/authorization").asText()).isEqualTo("Basic eA==");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.path("headers").has("cookie")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          text/plain,                        true
          application/json; charset=utf-8,   true
          application/problem+json,          true
          application/x-www-form-urlencoded, false
          application/octet-stream,          false
          """)
  void passesTextPlainAndTheRestAsBase64(String type, boolean text) throws Exception {
    send("POST / HTTP/1.0\nContent-Type: %s\nContent-Length: 3\n\na=b".formatted(type));

    JsonNode event = events.remove();
    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(!text);
    assertThat(event.path("body").asText()).isEqualTo(text ? "a=b" : "YT1i");
  }

  @Test
  void renamesChallengeAsApiGatewayDoes() throws Exception {
    answer =
        """
        {"statusCode":401,"headers":{"WWW-Authenticate":"Basic realm=x"},"body":"badauth\\n"}\
        """;

    assertThat(send("GET / HTTP/1.0\n\n"))
        .startsWith("HTTP/1.1 401 ")
        .contains("\r\nx-amzn-Remapped-WWW-Authenticate: Basic realm=x\r\n")
        .doesNotContain("\r\nWWW-Authenticate")
        .doesNotContain("\r\nwww-authenticate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"statusCode":200,"body":"aGk=","isBase64Encoded":true} | 200 | hi
          {"answer":42}                                           | 200 | {"answer":42}
          {"statusCode":503,"body":"911\\n"}                      | 503 | 911
          {"statusCode":99}                                       | 500 | {"message":"Internal Server Error"}
          {"statusCode":200,"body":"%","isBase64Encoded":true}    | 500 | {"message":"Internal Server Error"}
          not JSON                                                | 500 | {"message":"Internal Server Error"}
          throw                                                   | 500 | {"message":"Internal Server Error"}
          """)
  void makesReplyOfAnswer(String answer, int status, String body) throws Exception {
    this.answer = answer;

    String reply = send("GET / HTTP/1.0\n\n");

    assertThat(reply).startsWith("HTTP/1.1 " + status);
    assertThat(reply.substring(reply.indexOf("\r\n\r\n") + 4)).isEqualToIgnoringNewLines(body);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10000, 200
          10300, 431
          30000, 431
          """)
  void limitsHead(int bytes, int status) throws Exception {
    String reply = send("GET / HTTP/1.0\nX-Long: %s\n\n".formatted("a".repeat(bytes)));

    assertThat(reply).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void limitsRequestLine() throws Exception {
    assertThat(send("GET /%s HTTP/1.0\n\n".formatted("a".repeat(11_000))))
        .startsWith("HTTP/1.1 414 ")
        .contains("{\"message\":\"URI Too Long\"}");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10485760, 200
          10485761, 413
          """)
  void limitsBody(int bytes, int status) throws Exception {
    String reply =
        send("POST / HTTP/1.0\nContent-Length: %d\n\n%s".formatted(bytes, "a".repeat(bytes)));

    assertThat(reply).startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\n\n", "GET / HTTP/1.1\n\n", "GET / HTTP/7.0\n\n"})
  void refusesWhatIsNoRequest(String text) throws Exception {
    assertThat(send(text)).matches("(?s)HTTP/1.1 (400|505) .*\\{\"message\":\"[A-Za-z ]+\"}");
    assertThat(events).isEmpty();
  }

  @Test
  void fillsEveryFieldOfTheContext() throws Exception {
    send("GET /nic/update?a=1&a=2&b=x%20y HTTP/1.0\nHost: dyn.test:8080\nUser-Agent: inadyn\n\n");

    JsonNode event = events.remove();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("$default");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"a\":\"1,2\",\"b\":\"x y\"}");
    JsonNode context = event.path("requestContext");
    assertThat(context.path("domainName").asText()).isEqualTo("dyn.test");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("22/Nov/2026:18:00:00 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(1_795_370_400_000L);
    assertThat(context.path("requestId").asText()).matches("[A-Za-z0-9_-]{15}=");
    assertThat(context.at("/http/method").asText()).isEqualTo("GET");
    assertThat(context.at("/http/userAgent").asText()).isEqualTo("inadyn");
  }

  @Test
  void refusesFunctionSlowerThanApiGatewayWaits() {
    assertThatThrownBy(() -> open(Duration.ofSeconds(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT31S");
  }

  private String send(String request) throws IOException {
    return RawClient.send("127.0.0.1", door.httpPort(), request);
  }

  private FrontDoor open(Duration timeout) {
    RequestStreamHandler handler =
        (input, output, context) -> {
          events.add(new JsonMapper().readTree(input));
          if (answer.equals("throw")) {
            throw new IllegalStateException("secret");
          }
          output.write(answer.getBytes(StandardCharsets.UTF_8));
        };
    var function = new LambdaFunction("dyn53-update", handler, timeout);
    return FrontDoor.open(new FrontDoor.Ports(0, 0), tls(), function, CLOCK);
  }

  private static SSLContext tls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
