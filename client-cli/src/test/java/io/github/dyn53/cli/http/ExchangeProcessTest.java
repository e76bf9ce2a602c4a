package io.github.dyn53.cli.http;

import static io.github.dyn53.cli.http.SocketHttpClientTest.get;
import static io.github.dyn53.cli.http.SocketHttpClientTest.post;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.process.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeProcessTest {

  private static final List<String> HELPER =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"),
          "io.github.dyn53.cli.Main",
          "exchange");

  private static final HttpReply HERE = new HttpReply(200, Map.of(), "exchanged here");

  private static TestCa ca;

  private final List<String> remarks = new ArrayList<>();

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws IOException, InterruptedException {
    ca = TestCa.forName(folder, "dns:localhost");
  }

  @Test
  void hasTheHelperExchange() throws IOException, GeneralSecurityException {
    try (var server = server("HTTP/1.1 200 OK\r\nX-Told: yes\r\nContent-Length: 4\r\n\r\ngood")) {
      var request =
          new HttpRequest(
              "POST",
              URI.create("https://localhost:" + server.port() + "/hook?a=b"),
              Map.of("Authorization", "Bearer secret"),
              Optional.of("{}"),
              Optional.empty(),
              Duration.ofSeconds(30));

      HttpReply reply = helped(HELPER, Trust.only(ca.pem())).exchange(request);

      assertThat(reply)
          .isEqualTo(new HttpReply(200, Map.of("x-told", "yes", "content-length", "4"), "good"));
      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("POST /hook?a=b", "Authorization: Bearer secret", "Content-Length: 2");
    }
  }

  @Test
  void bringsBackThatTheServerIsNotBelieved() throws IOException, GeneralSecurityException {
    try (var server = server("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood")) {
      HttpClient client = helped(HELPER, Trust.usual());
      HttpRequest request = get("https://localhost:" + server.port());

      assertThat(catchThrowableOfType(UnreachableException.class, () -> client.exchange(request)))
          .hasMessageContaining("can't prove")
          .extracting(UnreachableException::reason)
          .isEqualTo(Reason.TLS);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
  void startsNoHelperForWhatNeedsNoTls(@TempDir Path folder) {
    Path started = folder.resolve("started");
    HttpClient client = helped(List.of("/bin/sh", "-c", "touch " + started), Trust.usual());

    assertThat(client.exchange(get("http://localhost:1"))).isEqualTo(HERE);
    assertThat(started).doesNotExist();
    assertThat(client.exchange(get("https://localhost:1"))).isEqualTo(HERE);
    assertThat(started).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exit 2", "exit 0", "echo dyn53: there is no command exchange", "kill -9 $$"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
  void exchangesHereWhereTheHelperIsOfNoHelp(String script) {
    HttpClient client = helped(List.of("/bin/sh", "-c", script), Trust.usual());

    assertThat(client.exchange(get("https://localhost:1"))).isEqualTo(HERE);
    assertThat(remarks).singleElement().asString().contains("/bin/sh: it ended with ");
  }

  @Test
  void exchangesHereWhereThereIsNoHelper() {
    HttpClient client = helped(List.of("/nowhere/dyn53", "exchange"), Trust.usual());

    assertThat(client.exchange(get("https://localhost:1"))).isEqualTo(HERE);
    assertThat(client.exchange(get("https://localhost:1"))).isEqualTo(HERE);
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("asks by itself from now on", "/nowhere/dyn53: ");
  }

  /** The helper may have sent it: a webhook must not be told twice. */
  @ParameterizedTest
  @ValueSource(strings = {"kill -9 $$", "exit 0", "exit 1", "cat > /dev/null; exit 137"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
  void repeatsNoPostThatTheHelperMayHaveSent(String script) {
    HttpClient client = helped(List.of("/bin/sh", "-c", script), Trust.usual());
    HttpRequest hook = post("https://localhost:1/hook?secret", "{}");

    assertThat(catchThrowableOfType(UnreachableException.class, () -> client.exchange(hook)))
        .hasMessageMatching(
            "the helper that was to ask localhost port 1 ended with \\d+ and no reply; it may have"
                + " asked")
        .extracting(UnreachableException::reason)
        .isEqualTo(Reason.PROTOCOL);
    assertThat(remarks).singleElement().asString().contains("/bin/sh: it ended with ");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
  void postsHereWhatAHelperOfAnotherVersionDoesNotUnderstand() {
    HttpClient client = helped(List.of("/bin/sh", "-c", "exit 2"), Trust.usual());

    assertThat(client.exchange(post("https://localhost:1/hook", "{}"))).isEqualTo(HERE);
  }

  @Test
  void helperSaysThatItUnderstandsNothing() {
    Program.Outcome outcome =
        Program.run(HELPER, "another form".getBytes(US_ASCII), Duration.ofSeconds(30));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Program.Ended.class,
            ended -> assertThat(ended.exitCode()).isEqualTo(ExchangeHelper.NOT_UNDERSTOOD));
  }

  @Test
  void postsHereWhereThereIsNoHelper() {
    HttpClient client = helped(List.of("/nowhere/dyn53", "exchange"), Trust.usual());

    assertThat(client.exchange(post("https://localhost:1/hook", "{}"))).isEqualTo(HERE);
  }

  /** Or each of them would be lost where helpers are killed whenever they start. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
  void leavesNoPostToAHelperOnceOneWasOfNoHelp() {
    HttpClient client = helped(List.of("/bin/sh", "-c", "kill -9 $$"), Trust.usual());
    client.exchange(get("https://localhost:1"));

    assertThat(client.exchange(post("https://localhost:1/hook", "{}"))).isEqualTo(HERE);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
  void stopsAHelperThatDoesNotEnd() {
    List<String> command = List.of("/bin/sh", "-c", "sleep 600 & wait");
    var client =
        new ExchangeProcess(
            command, Trust.usual(), it -> HERE, remarks::add, Duration.ofMillis(100));
    HttpRequest request =
        new HttpRequest(
            "GET",
            URI.create("https://localhost:1/nic/update?secret"),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMillis(200));

    assertThatThrownBy(() -> client.exchange(request))
        .isInstanceOfSatisfying(
            UnreachableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT))
        .hasMessage("no whole reply from localhost port 1 in time");
  }

  private HttpClient helped(List<String> command, Trust trust) {
    return new ExchangeProcess(command, trust, it -> HERE, remarks::add);
  }

  private static ScriptedServer server(String reply) throws IOException, GeneralSecurityException {
    return new ScriptedServer(
        ca.server().getServerSocketFactory(), InetAddress.getLoopbackAddress(), reply);
  }
}
