package io.github.dyn53.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that the profile {@code image} made, installed into a root of its own. */
class DebianPackageIT {

  /**
   * With a runtime of few modules, which must be all that doctor needs; in a network of its own.
   */
  private static final String DOCTOR =
      "unshare -n env DYN53_TOKEN=abcdefghijklmnopqrstuvwxyz234567 dyn53 doctor"
          + " --endpoint https://127.0.0.1:1 --host home.example.com --ipv4 none --ipv6 none";

  private static final long LIMIT = 25_000_000;

  /** Fails where the archive of classes is not taken; it is not for a folder of another time. */
  private static final String WITH_ARCHIVE =
      "sed s/-Xshare:auto/-Xshare:on/ /usr/bin/dyn53 >/tmp/strict && sh /tmp/strict version";

  /** The library of native TLS, where it is looked for. */
  private static final String LIBRARIES = "ls /usr/lib/dyn53/lib/dyn53";

  @TempDir Path folder;

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(built())).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void bringsWhatServiceInstallWouldWrite() throws Exception {
    Path content = folder.resolve("content");
    run("dpkg-deb", "-x", built().toString(), content.toString());

    String unit = Files.readString(content.resolve("usr/lib/systemd/system/dyn53.service"));

    assertThat(unit)
        .contains("ExecStart=/usr/bin/dyn53 watch --config ${CREDENTIALS_DIRECTORY}/dyn53.conf\n")
        .contains("LoadCredential=dyn53.conf:/etc/dyn53/dyn53.conf\n")
        .doesNotContain("@PROGRAM@", "@CONFIGURATION@");
    assertThat(content.resolve("usr/share/man/man1/dyn53.1.gz")).exists();
    assertThat(content.resolve("usr/share/bash-completion/completions/dyn53"))
        .content()
        .contains("complete");
  }

  @Test
  void installsRunsAndGoesWithoutTrace() throws Exception {
    Path deb = built();
    Assumptions.assumeTrue(
        ended("unshare", "-rm", "--pid", "--fork", "--mount-proc", "true") == 0,
        "no namespaces here");
    String said =
        run(
            Path.of("src/test/delivery/throwaway-root").toAbsolutePath().toString(),
            folder.resolve("root").toString(),
            deb.toString(),
            "dyn53 version",
            // With the memory options of a service; the sample configuration lacks what it needs.
            "dyn53 watch",
            DOCTOR,
            "stat -c %a:%u /etc/dyn53/dyn53.conf",
            "dyn53 service install --kind systemd --print",
            WITH_ARCHIVE,
            LIBRARIES);

    assertThat(said)
        .contains("systemctl enable --now dyn53")
        .containsPattern("\\$ dyn53 version\ndyn53 \\d")
        .containsPattern("\\$ dyn53 watch\n.*\n  endpoint: is missing")
        .contains("nothing takes the connection to 127.0.0.1 port 1")
        .doesNotContain("NoClassDefFoundError")
        .contains("dyn53.conf\n600:0\n")
        .contains("# /etc/systemd/system/dyn53.service")
        .containsPattern("strict version\ndyn53 \\d")
        .containsPattern("libconscrypt_openjdk_jni-linux-\\w+\\.so\nroots\n")
        .endsWith("not empty so not removed\n");
  }

  private static Path built() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().matches("dyn53_.*\\.deb")).toList();
      Assumptions.assumeFalse(
          found.isEmpty(), "no package in target: it is made by mvn -Pimage package");
      return found.getFirst().toAbsolutePath();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static int ended(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
