package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.setup.Wishes;
import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The last words of a setup, with a try that ends as it is told to. */
@DisabledOnOs(OS.WINDOWS)
class SettingUpTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  @TempDir private Path root = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path machines = Path.of("");
  private Path own = Path.of("");
  private Optional<Path> found = Optional.empty();

  @BeforeEach
  void makeFolders() throws IOException {
    machines = Files.createDirectories(root.resolve("etc/dyn53")).resolve("dyn53.conf");
    own = Files.createDirectories(root.resolve("home")).resolve("my.conf");
  }

  @Test
  void saysWhoWorksInPlaceOfTheTry() {
    assertThat(setUp(own, ExitCode.ANOTHER_INSTANCE)).isEqualTo(ExitCode.OK);

    assertThat(text(out))
        .contains("is written to " + own)
        .contains("It was not tried, as another dyn53 works with the same state.")
        .contains("A watch that reads this file takes it by itself")
        .doesNotContain("did not go well", "doctor", "systemctl");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void namesTheServiceOfSystemdThatHasACopy() throws IOException {
    unit("etc/systemd/system");

    setUp(machines, ExitCode.ANOTHER_INSTANCE);

    assertThat(text(out)).contains("the service of systemd has a copy: systemctl restart dyn53");
  }

  @Test
  void namesNoFileThatIsFoundAnyway() {
    found = Optional.of(own);

    setUp(own, ExitCode.OK);

    assertThat(text(out))
        .endsWith(
            "It works. To go on by itself: dyn53 watch, or as a service: dyn53 service install\n");
  }

  @Test
  void namesAFileThatIsNotFoundWithoutThat() {
    found = Optional.of(machines);

    setUp(own, ExitCode.OK);

    assertThat(text(out))
        .contains("by itself: dyn53 watch --config " + own + ", or")
        .endsWith("as a service: dyn53 service install --config " + own + "\n");
  }

  @Test
  void namesTheServiceOfThePackageForTheFileThatItReads() throws IOException {
    unit("usr/lib/systemd/system");
    found = Optional.of(machines);

    setUp(machines, ExitCode.OK);
    setUp(own, ExitCode.OK);

    assertThat(text(out))
        .contains("dyn53 watch, or as a service: systemctl enable --now dyn53\n")
        .contains("as a service: dyn53 service install --config " + own);
  }

  @Test
  void stillSaysWhatATryComplainsOf() {
    assertThat(setUp(own, ExitCode.REFUSED)).isEqualTo(ExitCode.REFUSED);

    assertThat(text(out)).contains("dyn53 doctor --config " + own + " looks for the reason");
    assertThat(text(err)).contains("a complaint");
  }

  private ExitCode setUp(Path file, ExitCode tried) {
    SettingUp.Trial trial =
        (options, to, complaints) -> {
          complaints.println("a complaint");
          return tried;
        };
    return new SettingUp(machines, trial, new Prospect(root, () -> found), stream(out), stream(err))
        .inWords(wishes(file), true);
  }

  private Wishes wishes(Path file) {
    try {
      Path token = Files.writeString(root.resolve("token"), TOKEN);
      Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
      return new Wishes(
          List.of("https://abc.example"),
          new TokenOrigin.File(token),
          List.of("home.example.com"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(file),
          Optional.empty(),
          false);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void unit(String folder) throws IOException {
    Files.createDirectories(root.resolve(folder));
    Files.createFile(root.resolve(folder).resolve("dyn53.service"));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
