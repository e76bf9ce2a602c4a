package io.github.dyn53.cli.http;

import static io.github.dyn53.cli.http.SocketHttpClientTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeTlsTest extends TlsContract {

  private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

  private static Optional<Provider> found = Optional.empty();

  @BeforeAll
  static void find() {
    found = NativeTls.find();
    boolean common =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").matches("amd64|aarch64");
    assertThat(found.isPresent() || !common).isTrue();
    Assumptions.assumeTrue(found.isPresent(), "Conscrypt has no library for this system");
  }

  @AfterEach
  void forgetFolder() {
    System.clearProperty("dyn53.roots");
  }

  @Override
  TlsSockets tls(Trust trust) {
    return new TlsSockets(trust, () -> found);
  }

  @Test
  void isConscrypts() throws IOException, GeneralSecurityException {
    try (var server = server("TLSv1.3", "x25519", GOOD)) {
      var deadline = Deadline.in(java.time.Duration.ofSeconds(10));
      Origin origin = Origin.of(get("https://localhost:" + server.port()));
      var plain = Connection.connected(origin, Lookup.begin(origin).addresses(deadline), deadline);

      try (var socket = tls(Trust.only(ca().pem())).quick(plain, origin, deadline).orElseThrow()) {
        assertThat(socket.getClass().getName()).startsWith("org.conscrypt");
      }
    }
  }

  @Test
  void findsRootInFolderByItsName() throws IOException, GeneralSecurityException {
    X509Certificate root = root();
    // Another one with the same subject may lie before it.
    Files.write(folder.resolve(RootFolder.fileName(root.getSubjectX500Principal(), 0)), other());
    Files.write(
        folder.resolve(RootFolder.fileName(root.getSubjectX500Principal(), 1)), root.getEncoded());
    System.setProperty("dyn53.roots", folder.toString());
    try (var server = server("TLSv1.3", "x25519", GOOD);
        var client = client(Trust.usual())) {
      assertThat(client.exchange(get("https://localhost:" + server.port())).body())
          .isEqualTo("good");
    }
  }

  @Test
  void believesNobodyWhoIsNotInTheFolder() throws IOException, GeneralSecurityException {
    System.setProperty("dyn53.roots", folder.toString());
    try (var server = server("TLSv1.3", "x25519", GOOD)) {
      UnreachableException e = failure(Trust.usual(), "https://localhost:" + server.port());

      assertThat(e.reason()).isEqualTo(Reason.TLS);
      assertThat(e).hasMessageContaining("can't prove");
      assertThat(server.requests()).isEmpty();
    }
  }

  private static X509Certificate root() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(ca().pem())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private byte[] other() throws GeneralSecurityException, IOException {
    try {
      Path folder = Files.createDirectories(this.folder.resolve("other"));
      try (InputStream in = Files.newInputStream(TestCa.forName(folder, "dns:else").pem())) {
        return CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
