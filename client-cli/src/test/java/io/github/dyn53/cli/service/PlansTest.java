package io.github.dyn53.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dyn53.cli.service.Plan.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The golden files are what a person would see: to change them is to change installed services. */
class PlansTest {

  private static final Installation INSTALLATION =
      new Installation(
          List.of("/opt/my tools/bin/dyn53"),
          Path.of("/home/ann/my 100% file/dyn53.conf"),
          Path.of("/home/ann"),
          3);

  @ParameterizedTest
  @EnumSource
  void writesWhatTheGoldenFileHolds(ServiceKind kind) throws IOException {
    Plan remove = Plans.remove(kind, INSTALLATION);

    String shown =
        files(Plans.install(kind, INSTALLATION))
            + steps(Plans.install(kind, INSTALLATION))
            + "== remove\n"
            + steps(remove)
            + remove.files().stream()
                .map(file -> "deletes " + file.path() + "\n")
                .collect(Collectors.joining())
            + "== status\n"
            + String.join(" ", Plans.status(kind))
            + "\n";

    assertThat(shown).isEqualTo(golden(kind.text() + ".golden"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SYSTEMD", "SYSTEMD_TIMER"})
  void systemdUnderstandsUnits(ServiceKind kind, @TempDir Path folder) throws Exception {
    Path analyze = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(analyze), "no systemd-analyze here");
    var command = new java.util.ArrayList<>(List.of(analyze.toString(), "verify", "--man=no"));
    var installation =
        new Installation(List.of("/bin/true"), Path.of("/etc/dyn53/dyn53.conf"), folder, 0);
    for (TextFile file : Plans.install(kind, installation).files()) {
      Path unit = folder.resolve(file.path().getFileName());
      command.add(Files.writeString(unit, file.text()).toString());
    }

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void givesAJarThatATimerStartsAFolderForItsClasses() {
    var jar =
        new Installation(
            List.of("/usr/bin/env", "JAVA_HOME=/opt/java", "/bin/sh", "/opt/dyn53.jar"),
            Path.of("/etc/dyn53/dyn53.conf"),
            Path.of("/root"),
            3);

    assertThat(Plans.install(ServiceKind.SYSTEMD_TIMER, jar).files().getFirst().text())
        .contains(
            "ExecStart=/usr/bin/env JAVA_HOME=/opt/java /bin/sh /opt/dyn53.jar update --quiet --config",
            "\nCacheDirectory=dyn53\n");
    assertThat(Plans.install(ServiceKind.SYSTEMD, jar).files().getFirst().text())
        .doesNotContain("CacheDirectory");
  }

  @ParameterizedTest
  @EnumSource
  void removesTheSameFilesWhicheverConfigurationIsNamed(ServiceKind kind) {
    var unnamed =
        new Installation(
            INSTALLATION.program(), Path.of("/etc/dyn53/dyn53.conf"), INSTALLATION.home(), 3);

    assertThat(Plans.remove(kind, unnamed).files())
        .extracting(TextFile::path)
        .isEqualTo(Plans.install(kind, INSTALLATION).files().stream().map(TextFile::path).toList());
  }

  @Test
  void systemdHoldsUnitForSafe(@TempDir Path folder) throws Exception {
    Path analyze = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(analyze), "no systemd-analyze here");
    Path unit = folder.resolve("dyn53.service");
    Files.writeString(
        unit, Plans.install(ServiceKind.SYSTEMD, INSTALLATION).files().getFirst().text());

    // Exposure from 0 to 100; what is left is the network, and a JIT that writes code.
    Process process =
        new ProcessBuilder(
                analyze.toString(), "security", "--offline=yes", "--threshold=20", unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Linux,      true,  true,  SYSTEMD
          Linux,      true,  false, SYSTEMD_USER
          Linux,      false, true,  CRON
          FreeBSD,    false, false, CRON
          Mac OS X,   false, false, LAUNCHD
          Windows 11, false, false, WINDOWS_TASK
          """)
  void choosesWhatSuits(String system, boolean hasSystemd, boolean isRoot, ServiceKind kind) {
    assertThat(ServiceKind.suitable(system, hasSystemd, isRoot)).isEqualTo(kind);
  }

  @Test
  void readsEachKindAsItIsWritten() {
    for (ServiceKind kind : ServiceKind.values()) {
      assertThat(ServiceKind.parse(kind.text())).contains(kind);
    }
    assertThat(ServiceKind.parse("initd")).isEmpty();
  }

  private static String files(Plan plan) {
    return plan.files().stream()
        .map(file -> "== %s (%s)\n%s".formatted(file.path(), file.charset(), file.text()))
        .collect(Collectors.joining());
  }

  private static String steps(Plan plan) {
    String stops =
        plan.stops().stream()
            .map(command -> "? " + String.join(" ", command) + "\n")
            .collect(Collectors.joining());
    String commands =
        plan.commands().stream()
            .map(command -> "$ " + String.join(" ", command) + "\n")
            .collect(Collectors.joining());
    return stops
        + commands
        + plan.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(PlansTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
