package io.github.dyn53.cli.http;

import static io.github.dyn53.cli.http.ScriptedServer.DRIP;
import static io.github.dyn53.cli.http.ScriptedServer.HANG_UP;
import static io.github.dyn53.cli.http.ScriptedServer.THEN_HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.dns.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketHttpClientTest {

  private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final TlsSockets TLS = new TlsSockets(Trust.usual(), Optional::empty);

  private final SocketHttpClient client = new SocketHttpClient(Trust.usual());

  @AfterEach
  void letGo() {
    client.close();
  }

  @Test
  void sendsTheRequestAndReadsTheReply() throws IOException {
    try (var server = ScriptedServer.plain(GOOD)) {
      HttpReply reply =
          client.exchange(
              new HttpRequest(
                  "GET",
                  URI.create("http://127.0.0.1:" + server.port() + "/nic/update?hostname=a%20b"),
                  Map.of("Authorization", "Bearer x"),
                  Optional.empty(),
                  Optional.empty(),
                  PATIENT));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("good");
      assertThat(server.requests().getFirst().lines())
          .containsExactly(
              "GET /nic/update?hostname=a%20b HTTP/1.1",
              "Host: 127.0.0.1:" + server.port(),
              "Connection: keep-alive",
              "Authorization: Bearer x");
    }
  }

  @Test
  void asksOverTheSameConnectionWhenRequestsFollow() throws IOException {
    try (var server = ScriptedServer.plain(GOOD, GOOD, GOOD)) {
      client.exchange(get("http://127.0.0.1:" + server.port()));
      client.exchange(get("http://127.0.0.1:" + server.port()));
      client.exchange(get("http://127.0.0.1:" + server.port(), Family.IPV4));

      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections())
          .as("the family is part of what a connection was opened for")
          .hasSize(2);
    }
  }

  @Test
  void asksAnewWhereTheKeptConnectionWasClosed() throws IOException {
    try (var server = ScriptedServer.plain(GOOD + THEN_HANG_UP, GOOD)) {
      client.exchange(get("http://127.0.0.1:" + server.port()));

      HttpReply reply = client.exchange(get("http://127.0.0.1:" + server.port()));

      assertThat(reply.body()).isEqualTo("good");
      assertThat(server.connections()).hasSize(2);
    }
  }

  @Test
  void asksOnceAnewAndNotMore() throws IOException {
    try (var server = ScriptedServer.plain(GOOD, HANG_UP, HANG_UP, GOOD)) {
      client.exchange(get("http://127.0.0.1:" + server.port()));

      UnreachableException e = failure(get("http://127.0.0.1:" + server.port()));

      assertThat(e.reason()).isEqualTo(Reason.PROTOCOL);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void sendsNoPostOverAKeptConnection() throws IOException {
    try (var server = ScriptedServer.plain(GOOD, GOOD)) {
      client.exchange(get("http://127.0.0.1:" + server.port()));

      client.exchange(post("http://127.0.0.1:" + server.port() + "/hook", "ü"));

      assertThat(server.connections()).hasSize(2);
      assertThat(server.requests().getLast()).contains("Content-Length: 2\n");
    }
  }

  @Test
  void keepsNoConnectionThatCarriedAPost() throws IOException {
    try (var server = ScriptedServer.plain(GOOD, GOOD)) {
      client.exchange(post("http://127.0.0.1:" + server.port() + "/hook", "{}"));

      assertThat(server.hasSeenAllClosed()).isTrue();
    }
  }

  @Test
  void letsGoOfWhatItKeptForOthersAndTheirTimeIsOver() throws IOException {
    try (var first = ScriptedServer.plain(GOOD, GOOD);
        var second = ScriptedServer.plain(GOOD, GOOD);
        var forgetful = new SocketHttpClient(TLS, Duration.ZERO)) {
      forgetful.exchange(get("http://127.0.0.1:" + first.port()));

      forgetful.exchange(get("http://127.0.0.1:" + second.port()));

      assertThat(first.hasSeenAllClosed()).isTrue();
    }
  }

  @Test
  void triesTheNextAddressWhenOneRefuses() throws IOException {
    try (var server = ScriptedServer.plain()) {
      var origin = new Origin(false, "two.example.com", server.port(), Optional.empty());
      InetAddress refusing = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      List<InetAddress> addresses = List.of(refusing, InetAddress.getLoopbackAddress());

      try (Socket socket = Connection.connected(origin, addresses, Deadline.in(PATIENT))) {
        assertThat(socket.getInetAddress()).isEqualTo(InetAddress.getLoopbackAddress());
      }
    }
  }

  @Test
  void connectsToAnIpv6Literal() throws IOException {
    try (var server = loopback6(GOOD)) {
      client.exchange(get("http://[::1]:" + server.port() + "/checkip", Family.IPV6));

      assertThat(server.requests().getFirst()).contains("Host: [::1]:" + server.port() + "\n");
    }
  }

  @Test
  void neverLeavesTheFamilyAskedFor() throws IOException {
    try (var server = ScriptedServer.plain(GOOD)) {
      UnreachableException e = failure(get("http://127.0.0.1:" + server.port() + "/", Family.IPV6));

      assertThat(e.reason()).isEqualTo(Reason.NAME);
      assertThat(e).hasMessage("127.0.0.1 has no IPv6 address");
      assertThat(server.connections()).isEmpty();
    }
  }

  @Test
  void givesUpAtTheDeadlineHoweverSlowlyBytesCome() throws IOException {
    try (var server = ScriptedServer.plain(DRIP)) {
      UnreachableException e =
          failure(
              new HttpRequest(
                  "GET",
                  URI.create("http://127.0.0.1:" + server.port()),
                  Map.of(),
                  Optional.empty(),
                  Optional.empty(),
                  Duration.ofMillis(400)));

      assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
    }
  }

  @Test
  void saysWhyNothingTookTheConnection() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    UnreachableException e = failure(get("http://127.0.0.1:" + port + "/?token=secret"));

    assertThat(e.reason()).isEqualTo(Reason.CONNECT);
    assertThat(e)
        .hasMessageContaining("127.0.0.1 port " + port + " (127.0.0.1: ")
        .hasMessageEndingWith("refused)")
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysThatANameWasNotFound() {
    UnreachableException e = failure(get("http://nowhere.invalid/"));

    assertThat(e.reason()).isEqualTo(Reason.NAME);
    assertThat(e).hasMessageContaining("nowhere.invalid");
  }

  @Test
  void saysThatThereIsNoSuchPort() {
    UnreachableException e = failure(get("http://127.0.0.1:65536/?token=secret"));

    assertThat(e.reason()).isEqualTo(Reason.NAME);
    assertThat(e).hasMessage("the URL names port 65536; the last one is 65535");
  }

  @Test
  void refusesWhatIsNotHttp() throws IOException {
    try (var server = ScriptedServer.plain("SSH-2.0-OpenSSH_9.2p1\r\n" + THEN_HANG_UP)) {
      assertThat(failure(get("http://127.0.0.1:" + server.port())).reason())
          .isEqualTo(Reason.PROTOCOL);
    }
  }

  private static ScriptedServer loopback6(String... replies) throws IOException {
    InetAddress address =
        InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    return new ScriptedServer(ServerSocketFactory.getDefault(), address, replies);
  }

  private UnreachableException failure(HttpRequest request) {
    return catchThrowableOfType(UnreachableException.class, () -> client.exchange(request));
  }

  static HttpRequest get(String url) {
    return new HttpRequest(
        "GET", URI.create(url), Map.of(), Optional.empty(), Optional.empty(), PATIENT);
  }

  static HttpRequest post(String url, String body) {
    return new HttpRequest(
        "POST", URI.create(url), Map.of(), Optional.of(body), Optional.empty(), PATIENT);
  }

  private static HttpRequest get(String url, Family family) {
    return new HttpRequest(
        "GET", URI.create(url), Map.of(), Optional.empty(), Optional.of(family), PATIENT);
  }
}
