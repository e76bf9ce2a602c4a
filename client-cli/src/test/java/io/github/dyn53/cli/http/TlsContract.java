package io.github.dyn53.cli.http;

import static io.github.dyn53.cli.http.SocketHttpClientTest.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.cli.net.DeadlineSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client of TLS must do, whoever's TLS it is. */
abstract class TlsContract {

  private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static TestCa ca;

  @TempDir Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws IOException, InterruptedException {
    ca = TestCa.forName(folder, "dns:localhost");
  }

  /** What is under test. */
  abstract TlsSockets tls(Trust trust);

  final SocketHttpClient client(Trust trust) {
    return new SocketHttpClient(tls(trust));
  }

  static TestCa ca() {
    return ca;
  }

  @Test
  void believesTheCertificateFileItIsGiven() throws IOException, GeneralSecurityException {
    try (var server = server("TLSv1.3", "x25519", GOOD, GOOD);
        var client = client(Trust.only(ca.pem()))) {
      String url = "https://localhost:" + server.port() + "/checkip";

      assertThat(client.exchange(get(url)).body()).isEqualTo("good");
      assertThat(client.exchange(get(url)).body()).isEqualTo("good");

      assertThat(server.connections()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TLSv1.3, secp256r1
          TLSv1.3, secp384r1
          TLSv1.2, secp256r1
          """)
  void fallsBackToTheOtherGroups(String protocol, String group)
      throws IOException, GeneralSecurityException {
    try (var server = server(protocol, group, GOOD);
        var client = client(Trust.only(ca.pem()))) {
      assertThat(client.exchange(get("https://localhost:" + server.port())).body())
          .isEqualTo("good");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TLSv1.3, x25519,    TLS_AES_256_GCM_SHA384
          TLSv1.3, x25519,    TLS_CHACHA20_POLY1305_SHA256
          TLSv1.2, secp256r1, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
          """)
  void fallsBackToTheOtherCiphers(String protocol, String group, String suite)
      throws IOException, GeneralSecurityException {
    SSLParameters wanted = parameters(protocol, group);
    wanted.setCipherSuites(new String[] {suite});
    try (var server = server(ca, wanted, GOOD);
        var client = client(Trust.only(ca.pem()))) {
      assertThat(client.exchange(get("https://localhost:" + server.port())).body())
          .isEqualTo("good");
    }
  }

  @Test
  void refusesAServerNobodyVouchesFor() throws IOException, GeneralSecurityException {
    try (var server = server("TLSv1.3", "x25519", GOOD)) {
      UnreachableException e = failure(Trust.usual(), "https://localhost:" + server.port());

      assertThat(e.reason()).isEqualTo(Reason.TLS);
      assertThat(e)
          .hasMessageEndingWith(
              "can't prove that it is: no authority that is trusted here" + " vouches for it");
      assertThat(server.requests()).isEmpty();
      assertThat(server.connections()).hasSize(1);
    }
  }

  @Test
  void refusesACertificateOfAnotherName() throws IOException, GeneralSecurityException {
    try (var server = server("TLSv1.3", "x25519", GOOD)) {
      UnreachableException e = failure(Trust.only(ca.pem()), "https://127.0.0.1:" + server.port());

      assertThat(e.reason()).isEqualTo(Reason.TLS);
      assertThat(e)
          .hasMessageEndingWith("can't prove that it is: its certificate is not for 127.0.0.1");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void tellsTheServerWhichNameItLooksFor() throws Exception {
    TestCa named = TestCa.forName(folder, "dns:name.example.test");
    try (var server = server(named, "TLSv1.3", "x25519", GOOD)) {
      opened(named, "name.example.test", server).close();

      var connection = (SSLSocket) server.connections().iterator().next();
      var session = (ExtendedSSLSession) connection.getSession();
      assertThat(session.getRequestedServerNames())
          .containsExactly(new SNIHostName("name.example.test"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dns:name.example.test,   other.example.test
          dns:name.example.test,   example.test
          dns:*.example.test,      example.test
          dns:*.example.test,      a.b.example.test
          ip:127.0.0.1,            name.example.test
          ip:127.0.0.1,            127.0.0.2
          dns:127.0.0.1,           127.0.0.1
          """)
  void refusesOtherNamesFirstAndLast(String san, String host) throws Exception {
    TestCa named = TestCa.forName(folder, san);
    try (var server = server(named, "TLSv1.3", "x25519", GOOD, GOOD)) {
      assertThatThrownBy(() -> opened(named, host, server))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("can't prove");
      assertThatThrownBy(() -> thoroughlyOpened(named, host, server))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("can't prove");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dns:name.example.test,   name.example.test
          dns:*.example.test,      name.example.test
          ip:127.0.0.1,            127.0.0.1
          ip:2001:db8::1,          [2001:db8::1]
          dns:name.example.test,   name.example.test.
          """)
  void findsTheName(String san, String host) throws Exception {
    TestCa named = TestCa.forName(folder, san);
    try (var server = server(named, "TLSv1.3", "x25519", GOOD, GOOD)) {
      opened(named, host, server).close();
      thoroughlyOpened(named, host, server).close();
    }
  }

  private Socket opened(TestCa ca, String host, ScriptedServer server) throws IOException {
    return tls(Trust.only(ca.pem()))
        .quick(plain(server), origin(host, server), Deadline.in(PATIENCE))
        .orElseThrow();
  }

  private Socket thoroughlyOpened(TestCa ca, String host, ScriptedServer server)
      throws IOException {
    return tls(Trust.only(ca.pem()))
        .thorough(plain(server), origin(host, server), Deadline.in(PATIENCE));
  }

  private static Socket plain(ScriptedServer server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static Origin origin(String host, ScriptedServer server) {
    return Origin.of(get("https://" + host + ":" + server.port()));
  }

  /** However slowly bytes come, and whoever waits for them. */
  @Test
  void endsAtTheDeadlineWhereTlsDoesNotOpen() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(server));
      Origin origin = Origin.of(get("https://localhost:" + server.getLocalPort()));
      var plain = new DeadlineSocket(Deadline.in(Duration.ofSeconds(1)));
      plain.connect(server.getLocalSocketAddress());

      assertThatThrownBy(
              () -> {
                var deadline = Deadline.in(Duration.ofSeconds(1));
                plain.until(deadline);
                var unused = tls(Trust.usual()).quick(plain, origin, deadline);
              })
          .isInstanceOfSatisfying(
              UnreachableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
    }
  }

  private static void drip(ServerSocket server) {
    // The beginning of a TLS record that would be long.
    byte[] head = {22, 3, 3, 64, 0};
    try (Socket connection = server.accept()) {
      for (int i = 0; !connection.isClosed(); i++) {
        connection.getOutputStream().write(i < head.length ? head[i] : 2);
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  @Test
  void saysThatAServerSpeaksNoTls() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(server));

      UnreachableException e = failure(Trust.usual(), "https://localhost:" + server.getLocalPort());

      assertThat(e.reason()).isEqualTo(Reason.TLS);
      assertThat(e).hasMessageContaining("does not speak TLS");
    }
  }

  private static void greet(ServerSocket server) {
    try {
      while (true) {
        try (Socket connection = server.accept()) {
          connection.getOutputStream().write("220 mail.example.com ready\r\n".getBytes(US_ASCII));
          connection.getInputStream().readNBytes(100);
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  @Test
  void leavesNoConnectionOpenThatTlsWasNotOpenedOn() throws IOException {
    try (var server = new MuteServer(1);
        var client = client(Trust.usual())) {
      var request =
          new HttpRequest(
              "GET",
              URI.create("https://localhost:" + server.port()),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Duration.ofSeconds(5));

      assertThat(
              catchThrowableOfType(UnreachableException.class, () -> client.exchange(request))
                  .reason())
          .isEqualTo(Reason.TIMEOUT);
      assertThat(server.closed()).succeedsWithin(PATIENCE);
    }
  }

  @Test
  void refusesACertificateThatHasRunOut() throws Exception {
    TestCa old = TestCa.runOut(folder, "dns:localhost");
    try (var server = server(old, "TLSv1.3", "x25519", GOOD)) {
      UnreachableException e = failure(Trust.only(old.pem()), "https://localhost:" + server.port());

      assertThat(e.reason()).isEqualTo(Reason.TLS);
      assertThat(e).hasMessageEndingWith("can't prove that it is: its certificate has run out");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void refusesACertificateThatIsNotValidYet() throws Exception {
    TestCa early = TestCa.early(folder, "dns:localhost");
    try (var server = server(early, "TLSv1.3", "x25519", GOOD)) {
      UnreachableException e =
          failure(Trust.only(early.pem()), "https://localhost:" + server.port());

      assertThat(e)
          .hasMessageEndingWith(
              "can't prove that it is: its certificate is not valid yet by this machine's clock");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void refusesACertificateOfAnotherAuthority() throws Exception {
    TestCa other = TestCa.forName(folder, "dns:localhost");
    try (var server = server("TLSv1.3", "x25519", GOOD)) {
      UnreachableException e =
          failure(Trust.only(other.pem()), "https://localhost:" + server.port());

      assertThat(e.reason()).isEqualTo(Reason.TLS);
      assertThat(e)
          .message()
          .contains("can't prove that it is: no authority that is trusted here vouches for it")
          .doesNotContain("java", "sun.", "Exception");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void saysWhatIsWrongWithACertificateFile() throws IOException, GeneralSecurityException {
    Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no certificate");
    try (var server = server("TLSv1.3", "x25519", GOOD, GOOD)) {
      String url = "https://localhost:" + server.port();

      assertThat(failure(Trust.only(garbage), url))
          .hasMessage(
              "the certificates of ca-file can't be read: "
                  + garbage
                  + " is not a file of PEM certificates");
      assertThat(failure(Trust.only(folder.resolve("none.pem")), url))
          .hasMessageContaining("none.pem can't be opened");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void readsTheCertificateFileAgainThatWasMissing() throws IOException, GeneralSecurityException {
    Path late = folder.resolve("late.pem");
    try (var server = server("TLSv1.3", "x25519", GOOD, GOOD);
        var client = client(Trust.only(late))) {
      String url = "https://localhost:" + server.port();
      assertThat(catchThrowableOfType(UnreachableException.class, () -> client.exchange(get(url))))
          .hasMessageContaining("late.pem can't be opened");

      Files.copy(ca.pem(), late);

      assertThat(client.exchange(get(url)).body()).isEqualTo("good");
    }
  }

  UnreachableException failure(Trust trust, String url) {
    try (var client = client(trust)) {
      return catchThrowableOfType(UnreachableException.class, () -> client.exchange(get(url)));
    }
  }

  static ScriptedServer server(String protocol, String group, String... replies)
      throws IOException, GeneralSecurityException {
    return server(ca, protocol, group, replies);
  }

  private static ScriptedServer server(TestCa ca, String protocol, String group, String... replies)
      throws IOException, GeneralSecurityException {
    return server(ca, parameters(protocol, group), replies);
  }

  private static SSLParameters parameters(String protocol, String group) {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setNamedGroups(new String[] {group});
    return parameters;
  }

  private static ScriptedServer server(TestCa ca, SSLParameters parameters, String... replies)
      throws IOException, GeneralSecurityException {
    ServerSocketFactory sockets =
        new ServerSocketFactory() {
          private final ServerSocketFactory all = ca.server().getServerSocketFactory();

          @Override
          public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
          }

          @Override
          public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
          }

          @Override
          public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
              throws IOException {
            var socket = (SSLServerSocket) all.createServerSocket(port, backlog, address);
            socket.setSSLParameters(parameters);
            return socket;
          }
        };
    return new ScriptedServer(sockets, InetAddress.getLoopbackAddress(), replies);
  }
}
