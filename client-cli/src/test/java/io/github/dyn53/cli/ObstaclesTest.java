package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.Obstacles.Obstacle;
import io.github.dyn53.cli.service.Installation;
import io.github.dyn53.cli.service.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A system below a folder, and services that could not run there. */
@DisabledOnOs(OS.WINDOWS)
class ObstaclesTest {

  private static final String PROGRAM = "opt/dyn53.jar";
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String WHOLE = "endpoint = https://abc.example\nhost = home.example.com\n";

  @TempDir private Path root = Path.of("");

  @BeforeEach
  void makeAProgramThatAllMayRead() throws IOException {
    file(PROGRAM, "", "rw-r--r--");
  }

  @ParameterizedTest
  @CsvSource({
    "home/ann/dyn53.jar, the unit hides /home from it (ProtectHome=yes)",
    "root/dyn53.jar, the unit hides /root from it (ProtectHome=yes)",
    "run/user/1000/dyn53.jar, the unit hides /run/user from it (ProtectHome=yes)",
    "tmp/dyn53.jar, the unit hides /tmp from it (PrivateTmp=yes)",
    "var/tmp/dyn53.jar, the unit hides /var/tmp from it (PrivateTmp=yes)"
  })
  void refusesProgramsThatTheUnitHides(String program, String why) throws IOException {
    file(program, "", "rw-r--r--");

    assertThat(found(ServiceKind.SYSTEMD, program, ""))
        .containsExactly(
            new Obstacle(
                "the service can't start %s: %s; put it below /opt or /usr/local, open to all, or"
                        .formatted(root.resolve(program), why)
                    + " choose another kind, such as --kind systemd-user",
                true));
    assertThat(found(ServiceKind.SYSTEMD_TIMER, program, "")).hasSize(1);
    assertThat(found(ServiceKind.CRON, program, "")).isEmpty();
  }

  @Test
  void looksAtWordsThatAreNoVariableAsWell() throws IOException {
    String program = file("home/ann/dyn53.jar", "", "rw-r--r--").toString();
    Path configuration = file("etc/dyn53/dyn53.conf", WHOLE + "token = " + TOKEN, "rw-------");

    assertThat(
            new Obstacles(root)
                .of(
                    ServiceKind.SYSTEMD,
                    new Installation(List.of(program), configuration, root, 0)))
        .singleElement()
        .satisfies(found -> assertThat(found.text()).contains(program));
  }

  @Test
  void refusesAProgramThatALinkLeadsInto() throws IOException {
    Path link = root.resolve("opt/link.jar");
    Files.createSymbolicLink(link, file("home/ann/dyn53.jar", "", "rw-r--r--"));

    assertThat(found(ServiceKind.SYSTEMD, "opt/link.jar", "")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "token-file, root/secret, rw-r--r--, the unit hides /root from it, write token = ",
    "token-file, etc/dyn53/secret, rw-------, its user may not read, write token = ",
    "ca-file, etc/dyn53/ca.pem, rw-r-----, its user may not read, chmod 644"
  })
  void refusesFilesThatTheServiceCanNotRead(
      String key, String path, String mode, String why, String remedy) throws IOException {
    Path file = file(path, "", mode);

    assertThat(found(ServiceKind.SYSTEMD, PROGRAM, key + " = " + file))
        .singleElement()
        .satisfies(obstacle -> {
          assertThat(obstacle.text())
              .startsWith("the service can't read " + file + ", the " + key + " of ")
              .contains(why, remedy);
          assertThat(obstacle.certain()).isTrue();
        });
  }

  @Test
  void refusesAFileInAFolderThatIsClosed() throws IOException {
    Path ca = file("opt/mine/ca.pem", "", "rw-r--r--");
    Files.setPosixFilePermissions(ca.getParent(), PosixFilePermissions.fromString("rwx------"));

    assertThat(found(ServiceKind.SYSTEMD, PROGRAM, "ca-file = \"" + ca + "\""))
        .singleElement()
        .satisfies(obstacle ->
            assertThat(obstacle.text()).contains("its user may not read " + ca.getParent()));
  }

  @Test
  void doesNotRefuseWhatAChangedUnitMayLetIn() throws IOException {
    Path token = file("etc/dyn53/secret", "", "rw-------");
    Files.createDirectories(root.resolve("etc/systemd/system/dyn53.service.d"));

    assertThat(found(ServiceKind.SYSTEMD, PROGRAM, "token-file = " + token))
        .extracting(Obstacle::certain)
        .containsExactly(false);
  }

  @Test
  void doesNotRefuseWhatMayStillCome() throws IOException {
    assertThat(found(ServiceKind.SYSTEMD, PROGRAM, "ca-file = later.pem"))
        .singleElement()
        .satisfies(obstacle -> {
          assertThat(obstacle.text()).startsWith("there is no later.pem, the ca-file of ");
          assertThat(obstacle.certain()).isFalse();
        });
  }

  @Test
  void findsNothingWhereAllIsOpen() throws IOException {
    Path ca = file("etc/dyn53/ca.pem", "", "rw-r--r--");

    assertThat(found(ServiceKind.SYSTEMD, PROGRAM, "ca-file = " + ca)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesAConfigurationThatCanNotBeUsed(ServiceKind kind) throws IOException {
    assertThat(found(kind, PROGRAM, "pol = 60s\nrefresh = 1m"))
        .containsExactly(
            new Obstacle(
                root.resolve("etc/dyn53/dyn53.conf")
                    + ", line 2: pol: there is no such key; did you mean poll?",
                true),
            new Obstacle(
                root.resolve("etc/dyn53/dyn53.conf")
                    + ", line 3: refresh: \"1m\" is too short; 1h is the least",
                true));
  }

  @Test
  void refusesAConfigurationThatIsNoFile() throws IOException {
    Path folder = Files.createDirectories(root.resolve("etc/dyn53"));

    assertThat(new Obstacles(root).of(ServiceKind.CRON, installation(PROGRAM, folder)))
        .containsExactly(
            new Obstacle(folder + ", that is a folder, not a file; name the file in it", true));
  }

  @Test
  void refusesAFileOfTheTokenThatIsNotThere() throws IOException {
    Path missing = root.resolve("etc/no-token");

    assertThat(found(ServiceKind.CRON, PROGRAM, "token-file = " + missing))
        .singleElement()
        .satisfies(obstacle -> {
          assertThat(obstacle.text()).endsWith("token-file: " + missing + " can't be read");
          assertThat(obstacle.certain()).isTrue();
        });
  }

  @Test
  void refusesWhatIsNoTokenWhereTheServiceCanReadIt() throws IOException {
    Path file = file("etc/dyn53/secret", "hunter2", "rw-r--r--");

    assertThat(found(ServiceKind.SYSTEMD, PROGRAM, "token-file = " + file))
        .singleElement()
        .satisfies(obstacle ->
            assertThat(obstacle.text()).contains("holds no token").doesNotContain("hunter2"));
  }

  @Test
  void doesNotRefuseAFileThatItsFolderDecides() throws IOException {
    assertThat(found(ServiceKind.CRON, PROGRAM, "token-file = my-token"))
        .extracting(Obstacle::certain)
        .containsExactly(false);
  }

  @ParameterizedTest
  @CsvSource({
    "SYSTEMD, etc/systemd/system/dyn53.service.d",
    "SYSTEMD_TIMER, etc/systemd/system/dyn53-update.service.d",
    "SYSTEMD_USER, .config/systemd/user/dyn53.service.d"
  })
  void doesNotRefuseWhatAChangedUnitMaySay(ServiceKind kind, String additions) throws IOException {
    Path file = file("etc/dyn53/dyn53.conf", "endpoint = https://abc.example\n", "rw-------");
    Files.createDirectories(root.resolve(additions));

    assertThat(new Obstacles(root).of(kind, installation(PROGRAM, file)))
        .hasSize(2)
        .allSatisfy(obstacle -> assertThat(obstacle.text()).contains("is missing"))
        .noneMatch(Obstacle::certain);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAConfigurationThatIsNotThere(ServiceKind kind) {
    Path missing = root.resolve("etc/no.conf");

    assertThat(new Obstacles(root).of(kind, installation(PROGRAM, missing)))
        .containsExactly(
            new Obstacle(
                "there is no %s; dyn53 setup --file %s writes it, --config names another"
                    .formatted(missing, missing),
                true));
  }

  private List<Obstacle> found(ServiceKind kind, String program, String configuration)
      throws IOException {
    String token = configuration.startsWith("token") ? "" : "token = " + TOKEN + "\n";
    // Common keys stand above the host.
    String text = token + configuration + "\n" + WHOLE;
    Path file = file("etc/dyn53/dyn53.conf", text, "rw-------");
    return new Obstacles(root).of(kind, installation(program, file));
  }

  private Installation installation(String program, Path configuration) {
    return new Installation(
        List.of(root.resolve(PROGRAM).toString(), "JAVA_HOME=" + root.resolve(program)),
        configuration,
        root,
        0);
  }

  private Path file(String name, String text, String mode) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    for (Path up = root.relativize(file).getParent(); up != null; up = up.getParent()) {
      Files.setPosixFilePermissions(root.resolve(up), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }
}
