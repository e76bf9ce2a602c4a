package io.github.dyn53.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceInstallerTest {

  private static final Installation INSTALLATION =
      new Installation(
          List.of("/usr/bin/dyn53"), Path.of("/etc/dyn53/dyn53.conf"), Path.of("/root"), 0);
  private static final Plan INSTALL = Plans.install(ServiceKind.SYSTEMD, INSTALLATION);
  private static final Plan REMOVE = Plans.remove(ServiceKind.SYSTEMD, INSTALLATION);
  private static final String UNIT = "etc/systemd/system/dyn53.service";

  @TempDir Path root;

  private final List<List<String>> ran = new ArrayList<>();
  private final StringWriter said = new StringWriter();
  private final List<Integer> statuses = new ArrayList<>();

  @Test
  void saysEachStepAndTakesItBack() {
    assertThat(installer().install(INSTALL)).isTrue();

    assertThat(root.resolve(UNIT)).hasContent(INSTALL.files().getFirst().text());
    assertThat(ran)
        .containsExactly(
            List.of("systemctl", "daemon-reload"),
            List.of("systemctl", "enable", "dyn53.service"),
            List.of("systemctl", "restart", "dyn53.service"));
    assertThat(said.toString())
        .contains("writes " + root.resolve(UNIT), "runs: systemctl daemon-reload");

    assertThat(installer().remove(REMOVE)).isTrue();

    assertThat(root.resolve(UNIT)).doesNotExist();
    assertThat(ran).endsWith(List.of("systemctl", "disable", "--now", "dyn53.service"));
  }

  @Test
  void doesNothingWhereItOnlyShows() {
    installer().show(INSTALL);

    assertThat(root).isEmptyDirectory();
    assertThat(ran).isEmpty();
    assertThat(said.toString())
        .contains("# /etc/systemd/system/dyn53.service", "# then: systemctl daemon-reload");
  }

  @Test
  void showsTheLineOfACrontabPlainly() {
    installer(ServiceKind.CRON).show(Plans.install(ServiceKind.CRON, INSTALLATION));

    assertThat(said.toString().lines())
        .contains(
            "0-59/5 * * * * /usr/bin/dyn53 update --quiet --config /etc/dyn53/dyn53.conf"
                + " # dyn53 service");
  }

  @Test
  void leavesUnitToThePackage() throws IOException {
    Path packaged = root.resolve("usr/lib/systemd/system/dyn53.service");
    Files.createDirectories(packaged.getParent());
    Files.writeString(packaged, INSTALL.files().getFirst().text());

    assertThat(installer().install(INSTALL)).isTrue();

    assertThat(root.resolve(UNIT)).doesNotExist();
    assertThat(said.toString()).contains("is there already, from the package: " + packaged + "\n");
    assertThat(ran).hasSize(3);
  }

  @Test
  void startsAnewWhatRunsAlready() {
    Plan plan = Plans.install(ServiceKind.WINDOWS_TASK, INSTALLATION);

    assertThat(installer(ServiceKind.WINDOWS_TASK).install(plan)).isTrue();

    assertThat(ran)
        .extracting(command -> command.get(1))
        .containsExactly("/End", "/Create", "/Run");
  }

  @Test
  void doesNotMindThatNothingRunsYet() {
    statuses.add(1);

    assertThat(
            installer(ServiceKind.LAUNCHD)
                .install(Plans.install(ServiceKind.LAUNCHD, INSTALLATION)))
        .isTrue();

    assertThat(ran).extracting(command -> command.get(1)).containsExactly("unload", "load");
    assertThat(said.toString())
        .contains("runs, should it be there already: launchctl unload ")
        .doesNotContain("ended with status");
  }

  @Test
  void showsWhatItWouldStop() {
    installer(ServiceKind.LAUNCHD).show(Plans.install(ServiceKind.LAUNCHD, INSTALLATION));

    assertThat(said.toString())
        .containsSubsequence(
            "# then, should it be there already: launchctl unload ", "# then: launchctl load -w ");
  }

  @Test
  void stopsAtCommandThatFails() {
    statuses.add(1);

    assertThat(installer().install(INSTALL)).isFalse();

    assertThat(ran).hasSize(1);
    assertThat(said.toString()).contains("ended with status 1: systemctl daemon-reload");
  }

  @Test
  void saysWhatItMayNotWrite() throws IOException {
    Files.writeString(root.resolve("etc"), "a file where a folder should be");

    assertThat(installer().install(INSTALL)).isFalse();

    assertThat(ran).isEmpty();
    assertThat(said.toString()).contains("could not write " + root.resolve(UNIT));
  }

  private ServiceInstaller installer() {
    return installer(ServiceKind.SYSTEMD);
  }

  private ServiceInstaller installer(ServiceKind kind) {
    return new ServiceInstaller(
        root,
        kind,
        command -> {
          ran.add(command);
          return statuses.isEmpty() ? 0 : statuses.removeFirst();
        },
        new PrintWriter(said));
  }
}
