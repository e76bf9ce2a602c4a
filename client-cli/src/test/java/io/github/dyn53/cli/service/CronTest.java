package io.github.dyn53.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands for cron, run with a crontab that keeps its lines in a file. */
@DisabledOnOs(OS.WINDOWS)
class CronTest {

  private static final Installation INSTALLATION =
      new Installation(
          List.of("/opt/my programs/dyn53"),
          Path.of("/home/it's me/50%.conf"),
          Path.of("/root"),
          3);

  private static final String LINE =
      "3-59/5 * * * * '/opt/my programs/dyn53' update --quiet"
          + " --config '/home/it'\\''s me/50\\%.conf' # dyn53 service";

  private static final String OTHERS = "MAILTO=me\n0 3 * * * backup # dyn53 is in it\n";

  @TempDir Path folder;

  @BeforeEach
  void standIn() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("crontab"),
            """
            #!/bin/sh
            if [ "$1" = -l ]; then cat "%1$s/lines" 2>/dev/null || { echo 'no crontab' >&2; exit 1; }
            else cat >"%1$s/new" && mv "%1$s/new" "%1$s/lines"; fi
            """
                .formatted(folder));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void addsItsLineToNone() throws Exception {
    assertThat(run(Plans.install(ServiceKind.CRON, INSTALLATION).commands())).isZero();

    assertThat(lines()).hasContent(LINE + "\n");
    assertThat(run(List.of(Plans.status(ServiceKind.CRON)))).isZero();
  }

  @Test
  void replacesItsLineAndTakesItBack() throws Exception {
    Files.writeString(lines(), OTHERS);
    assertThat(run(List.of(Plans.status(ServiceKind.CRON)))).isNotZero();

    assertThat(run(Plans.install(ServiceKind.CRON, INSTALLATION).commands())).isZero();
    assertThat(run(Plans.install(ServiceKind.CRON, INSTALLATION).commands())).isZero();

    assertThat(lines()).hasContent(OTHERS + LINE + "\n");

    assertThat(run(Plans.remove(ServiceKind.CRON, INSTALLATION).commands())).isZero();

    assertThat(lines()).hasContent(OTHERS);
  }

  @Test
  void canBePastedAsItIsShown() throws Exception {
    var shown = new StringWriter();
    Plan plan = Plans.install(ServiceKind.CRON, INSTALLATION);
    new ServiceInstaller(folder, ServiceKind.CRON, command -> 1, new PrintWriter(shown)).show(plan);

    String pasted = shown.toString().replaceFirst("(?s).*# then: ", "");
    assertThat(run(List.of(List.of("sh", "-c", pasted)))).isZero();

    assertThat(lines()).hasContent(LINE + "\n");
    assertThat(shown.toString().lines()).contains(LINE);
  }

  private Path lines() {
    return folder.resolve("lines");
  }

  private int run(List<List<String>> commands) throws IOException, InterruptedException {
    int status = 0;
    for (List<String> command : commands) {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().merge("PATH", folder + ":", (path, first) -> first + path);
      Process process = builder.start();
      var unused = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      status |= process.waitFor();
    }
    return status;
  }
}
