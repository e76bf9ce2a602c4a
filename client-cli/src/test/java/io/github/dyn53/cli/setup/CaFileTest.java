package io.github.dyn53.cli.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code setup --ca-file}. */
class CaFileTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  @TempDir private Path folder = Path.of("");

  @Test
  void namesTheCertificatesToTrust() throws Exception {
    Path authority = certificate();

    assertThat(setup(authority, Optional.empty())).isEqualTo(new SetupOutcome.Written(file()));
    assertThat(ConfigurationFile.parse("test", Files.readString(file())).caFile())
        .contains(authority);
  }

  @Test
  void namesThemBesideWhatIsTakenOver() throws Exception {
    Path authority = certificate();
    Path ddclient =
        Files.writeString(
            folder.resolve("ddclient.conf"),
            "protocol=dyndns2, use=web, server=abc.example, ssl=yes, login=x, password="
                + TOKEN
                + " home.example.com\n");

    assertThat(setup(authority, Optional.of(ddclient))).isEqualTo(new SetupOutcome.Written(file()));
    assertThat(ConfigurationFile.parse("test", Files.readString(file())).caFile())
        .contains(authority);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.pem,  can't be read",
    "empty.pem,    holds no certificate",
    "nonsense.pem, is not a file of PEM certificates"
  })
  void refusesWhatIsNoCertificate(String name, String text) throws Exception {
    Files.createFile(folder.resolve("empty.pem"));
    Files.writeString(folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nno\n");

    assertThat(setup(folder.resolve(name), Optional.empty()))
        .isInstanceOf(SetupOutcome.Unclear.class)
        .asString()
        .contains("--ca-file: ", text);
    assertThat(file()).doesNotExist();
  }

  private Path file() {
    return folder.resolve("dyn53.conf");
  }

  private SetupOutcome setup(Path authority, Optional<Path> ddclient) {
    var wishes =
        new Wishes(
            List.of("https://abc.example"),
            new TokenOrigin.Input(),
            ddclient.isPresent() ? List.of() : List.of("home.example.com"),
            Optional.of(authority),
            Optional.empty(),
            Optional.empty(),
            Optional.of(file()),
            ddclient,
            false);
    var typed = new ByteArrayInputStream((TOKEN + "\n").getBytes(UTF_8));
    var said = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new Setup(new ConsoleQuestions(typed, said), file()).write(wishes);
  }

  /** One of the JDK's own. */
  private Path certificate() throws Exception {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    Path store = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    try (InputStream in = Files.newInputStream(store)) {
      trusted.load(in, null);
    }
    byte[] bytes = trusted.getCertificate(trusted.aliases().nextElement()).getEncoded();
    return Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(bytes)
            + "\n-----END CERTIFICATE-----\n");
  }
}
