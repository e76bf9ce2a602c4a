package io.github.dyn53.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image that the profile {@code image} made, started as people start programs. */
class ImageIT {

  private static final Path BUILT = Path.of("target/image").toAbsolutePath();

  private static Path home;

  /** Beside the image a link to its program; a folder's name may have a space in it. */
  @BeforeAll
  static void copy(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(BUILT.resolve("bin/dyn53")),
        "no image in target: it is made by mvn -Pimage package");
    home = Files.createDirectories(folder.resolve("my programs"));
    assertThat(ended(home, "cp -a '" + BUILT + "' image && ln -s image/bin/dyn53 link")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .         | "$OLDPWD/image/bin/dyn53"
          image     | bin/dyn53
          image     | ./bin/dyn53
          image/bin | ./dyn53
          image/bin | sh dyn53
          image/bin | PATH=.:$PATH dyn53
          .         | image/bin/../bin/dyn53
          .         | ./link
          """)
  void startsFromAnywhere(String from, String program) throws Exception {
    String line = "cd '" + from + "' && " + program + " version";

    assertThat(ended(home, line)).matches("dyn53 \\d\\S+\n");
  }

  @Test
  void isStartedFromItsArchive() throws Exception {
    String strict = "sed s/-Xshare:auto/-Xshare:on/ image/bin/dyn53 >image/bin/strict";

    assertThat(ended(home, strict + "; sh image/bin/strict version")).matches("dyn53 \\d\\S+\n");
  }

  /** What stays has an archive of its own, and leaves TLS to a process that ends. */
  @Test
  void watchesWithoutTlsInItsMemory(@TempDir Path state) throws Exception {
    var builder = new ProcessBuilder("image/bin/dyn53", "watch", "--state", state.toString());
    builder.command().addAll(List.of("--endpoint", "https://127.0.0.1:1"));
    builder.command().addAll(List.of("--host", "home.example.com", "--ipv6", "none"));
    builder.command().addAll(List.of("--ipv4", "command:echo 11.22.33.44"));
    builder.environment().put("DYN53_TOKEN", "abcdefghijklmnopqrstuvwxyz234567");
    Process watch = builder.directory(home.toFile()).redirectErrorStream(true).start();
    try (var said = watch.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines().filter(line -> line.contains("can't be reached")).findFirst())
          .hasValueSatisfying(
              line -> assertThat(line).contains("nothing takes the connection to 127.0.0.1"));

      assertThat(Files.readString(Path.of("/proc/" + watch.pid() + "/maps")))
          .contains("image/lib/dyn53/watch.jsa")
          .doesNotContain("conscrypt_openjdk", "image/lib/dyn53/dyn53.jsa");
    } finally {
      watch.destroy();
    }
  }

  /** What the unit starts again after any other end (RestartPreventExitStatus). */
  @Test
  void doesNotEndAsIfMisconfiguredWhereMemoryIsShort() throws Exception {
    String options = "$(sed -n \"s/.*how='\\(.*-Xint.*\\)'.*/\\1/p\" image/bin/dyn53)";
    String glutton = " -cp '" + Path.of("target/test-classes").toAbsolutePath() + "' ";
    String line =
        "image/bin/java -XX:+UnlockDiagnosticVMOptions "
            + options
            + glutton
            + "'"
            + Glutton.class.getName()
            + "'";

    assertThat(ended(home, line + "; echo status $?"))
        .contains("OutOfMemory")
        .doesNotContain("status 0", "status 2", "status 3");
  }

  /** Takes all the memory there is. */
  static final class Glutton {

    private Glutton() {}

    public static void main(String[] arguments) {
      Object all = arguments;
      while (true) {
        all = new Object[] {all, new byte[10_000]};
      }
    }
  }

  /** A glibc older than the library's, or none, leaves the JDK's TLS. */
  @Test
  void asksWithoutItsNativeLibrary() throws Exception {
    String without = "cp -a image without && rm without/lib/dyn53/libconscrypt*.so && ";
    String asking =
        "DYN53_TOKEN=abcdefghijklmnopqrstuvwxyz234567 without/bin/dyn53 update --state state"
            + " --endpoint https://127.0.0.1:1 --host home.example.com --ipv4 endpoint --ipv6 none";

    assertThat(ended(home, without + asking + "; echo status $?"))
        .contains("nothing takes the connection to 127.0.0.1 port 1")
        .doesNotContain("status 70", "Exception", "WARNING");
  }

  private static String ended(Path from, String line) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("sh", "-c", line))
            .directory(from.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
