package io.github.dyn53.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFolderTest {

  private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1,    false, false
          366,  false, false
          368,  false, true
          3248, false, true
          3252, true,  true
          """)
  void renewsInTime(int days, boolean newAuthority, boolean newServer) throws Exception {
    openAfter(Duration.ZERO);
    String authority = text("ca.pem");
    String server = text("server.pem");

    openAfter(Duration.ofDays(days));

    assertThat(text("ca.pem").equals(authority)).isEqualTo(!newAuthority);
    assertThat(text("server.pem").equals(server)).isEqualTo(!newServer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.pem", "ca-key.pem", "server.pem", "server-key.pem"})
  void replacesWhatIsDamagedOrMissing(String name) throws Exception {
    openAfter(Duration.ZERO);

    Files.writeString(folder.resolve(name), "-----BEGIN NONSENSE-----\n");
    openAfter(Duration.ZERO);
    assertThat(text(name)).startsWith("-----BEGIN ").doesNotContain("NONSENSE");

    Files.delete(folder.resolve(name));
    openAfter(Duration.ZERO);
    certificate("server").verify(certificate("ca").getPublicKey());
  }

  @Test
  void signsServerAnewForAnotherAuthority() throws Exception {
    openAfter(Duration.ZERO);
    Files.delete(folder.resolve("ca.pem"));

    openAfter(Duration.ZERO);

    certificate("server").verify(certificate("ca").getPublicKey());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ca.pem,         rw-r--r--
          ca-key.pem,     rw-------
          server.pem,     rw-r--r--
          server-key.pem, rw-------
          """)
  void keepsKeysPrivate(String name, String permissions) throws Exception {
    openAfter(Duration.ZERO);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
        .isEqualTo(permissions);
  }

  @Test
  void namesThisMachineOnly() throws Exception {
    openAfter(Duration.ZERO);

    X509Certificate server = certificate("server");
    assertThat(server.getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()))
        .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate("ca").getBasicConstraints()).isZero();
    assertThat(certificate("ca").getCriticalExtensionOIDs()).contains("2.5.29.15", "2.5.29.19");
  }

  @Test
  void signsServerAnewForMoreNames() throws Exception {
    openAfter(Duration.ZERO);
    var outside = List.of(InetAddress.getByName("2a01::1"));

    open(List.of("api.example"), outside);

    String server = text("server.pem");
    assertThat(
            certificate("server").getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString()))
        .contains("localhost", "api.example", "2a01:0:0:0:0:0:0:1");
    open(List.of("api.example"), outside);
    assertThat(text("server.pem")).isEqualTo(server);
  }

  private void open(List<String> names, List<InetAddress> addresses) {
    assertThat(new TlsFolder(folder, InstantSource.fixed(START), names, addresses).open())
        .isNotNull();
  }

  @Test
  void namesFolderThatItCannotWrite() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> new TlsFolder(folder.resolve("file"), InstantSource.system()).open())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("file");
  }

  private void openAfter(Duration time) {
    var tls = new TlsFolder(folder, InstantSource.fixed(START.plus(time)));
    assertThat(tls.open().getProtocol()).isEqualTo("TLS");
    assertThat(tls.caFile()).exists();
  }

  private String text(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  private X509Certificate certificate(String name) throws Exception {
    return Pem.certificate(text(name + ".pem"));
  }
}
