package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.Packaged.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar run as a program, from a folder with a space in its name. */
class JarAsProgramIT {

  @TempDir private Path parent = Path.of("");

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final Map<String, String> environment = new TreeMap<>();
  private Path folder = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    folder = Files.createDirectory(parent.resolve("my programs"));
    Files.copy(Path.of("target/dyn53.jar"), folder.resolve("dyn53.jar"));
    Files.setPosixFilePermissions(
        folder.resolve("dyn53.jar"), PosixFilePermissions.fromString("rwxr-xr-x"));
    // The program that tells the address looks at who started it.
    Files.writeString(
        folder.resolve("source.sh"),
        "grep -q /update.jsa /proc/$PPID/maps && echo seen >>archived\necho 11.22.33.44\n");
    var packaged = new Packaged(folder, List.of());
    packaged.write(
        "dyn53.conf",
        """
        endpoint = %s
        token = abcdefghijklmnopqrstuvwxyz234567
        ipv4 = command:sh source.sh
        ipv6 = none
        host = home.example.com
        """
            .formatted(endpoint.url()));
    packaged.write("bad.conf", "endpoint = nowhere\n");
    // Where root has it, too.
    environment.put("CACHE_DIRECTORY", cache().toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", "/usr/bin:/bin");
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void startsFromTheClassesOfAnEarlierUpdate() throws Exception {
    assertThat(run("update", "--config", "bad.conf").code()).isEqualTo(3);
    assertThat(cached()).isEmpty();

    Ended first = run("update", "--config", "dyn53.conf");
    assertThat(first.out()).isEqualTo("home.example.com: updated to 11.22.33.44\n");
    assertThat(first.err()).isEmpty();
    assertThat(cached()).containsExactly("jar", "update.jsa");
    assertThat(folder.resolve("archived")).doesNotExist();

    Ended ended = run("update", "--config", "dyn53.conf");
    assertThat(ended.out()).isEqualTo("home.example.com: unchanged, 11.22.33.44\n");
    assertThat(ended.err()).isEmpty();
    assertThat(folder.resolve("archived")).exists();
    assertThat(endpoint.updates()).hasSize(1);
  }

  @Test
  void forcesNothingTwice() throws Exception {
    run("update", "--config", "dyn53.conf", "--force");

    assertThat(cached()).isEmpty();
    assertThat(endpoint.updates()).hasSize(1);
  }

  @Test
  void makesThemAnewForAnotherJar() throws Exception {
    run("update", "--config", "dyn53.conf");
    for (String kept : cached()) {
      Files.setLastModifiedTime(cache().resolve(kept), FileTime.fromMillis(0));
    }

    assertThat(run("update", "--config", "dyn53.conf").out()).contains("unchanged");
    assertThat(Files.getLastModifiedTime(cache().resolve("update.jsa")).toMillis()).isPositive();
  }

  @Test
  void makesThemAnewForAnotherJava() throws Exception {
    run("update", "--config", "dyn53.conf");
    String made = Files.readString(cache().resolve("jar"));
    assertThat(made).contains(System.getProperty("java.home"), System.getProperty("java.version"));
    Files.writeString(cache().resolve("jar"), made.replace(System.getProperty("java.version"), ""));
    FileTime before = Files.getLastModifiedTime(cache().resolve("update.jsa"));

    assertThat(run("update", "--config", "dyn53.conf").out()).contains("unchanged");
    assertThat(Files.getLastModifiedTime(cache().resolve("update.jsa"))).isGreaterThan(before);
    assertThat(cache().resolve("jar")).hasContent(made);
  }

  @Test
  void takesAnUnchangedAddressForAGoodEnd() throws Exception {
    run("update", "--config", "dyn53.conf");
    Files.delete(cache().resolve("jar"));
    Files.delete(cache().resolve("update.jsa"));

    assertThat(run("update", "--config", "dyn53.conf", "--detailed-exit").code()).isEqualTo(1);

    assertThat(cached()).containsExactly("jar", "update.jsa");
  }

  @Test
  void updatesWithWhatIsNoArchive() throws Exception {
    run("update", "--config", "dyn53.conf");
    Files.delete(cache().resolve("update.jsa"));
    Files.writeString(cache().resolve("update.jsa"), "no archive");

    Ended ended = run("update", "--config", "dyn53.conf");

    assertThat(ended.out()).isEqualTo("home.example.com: unchanged, 11.22.33.44\n");
    assertThat(ended.err()).isEmpty();
  }

  /** In systemd's form of several folders. */
  @Test
  void leavesWhatElseIsInItsFolder() throws Exception {
    Path given = Files.createDirectory(folder.resolve("given"));
    Files.writeString(given.resolve("photo.jpg"), "dear");
    environment.put("CACHE_DIRECTORY", given + ":/nowhere");

    run("update", "--config", "dyn53.conf");
    Files.writeString(given.resolve("jar"), "of another version");
    run("update", "--config", "dyn53.conf");

    try (var left = Files.list(given)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("photo.jpg", "jar", "update.jsa");
    }
    assertThat(cached()).isEmpty();
  }

  @Test
  void followsNoLink() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createDirectory(folder.resolve(".cache"));
    Files.createSymbolicLink(cache(), elsewhere);

    run("update", "--config", "dyn53.conf");

    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void handsOnASignal() throws Exception {
    Files.writeString(folder.resolve("source.sh"), "echo $$ >asking\nexec sleep 600\n");
    Process process = builder(List.of("./dyn53.jar"), "update", "--config", "dyn53.conf").start();
    Packaged.await(() -> Files.exists(folder.resolve("asking")));

    process.destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    // Nothing is left that would hold the lock.
    Files.writeString(folder.resolve("source.sh"), "echo 11.22.33.44\n");
    int code = run("update", "--config", "dyn53.conf").code();
    for (int i = 0; i < 50 && code != 0; i++) {
      Thread.sleep(20);
      code = run("update", "--config", "dyn53.conf").code();
    }
    assertThat(code).isZero();
  }

  /** What others put there would be believed. */
  @Test
  void keepsNothingInTheFolderOfAnotherUser() throws Exception {
    Path folders = Files.createDirectories(cache());
    Assumptions.assumeTrue(
        Files.getAttribute(folders, "unix:uid").equals(0), "only root can make such a folder");
    Files.setAttribute(folders, "unix:uid", 65534);

    assertThat(run("update", "--config", "dyn53.conf").out()).contains("updated to 11.22.33.44");

    assertThat(cached()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/none", "/dev/null", "relative"})
  void doesWithoutAFolder(String caches) throws Exception {
    environment.put("CACHE_DIRECTORY", caches);

    Ended ended = run("update", "--config", "dyn53.conf");

    assertThat(ended.out()).contains("updated to 11.22.33.44");
    assertThat(ended.err()).isEmpty();
    assertThat(folder.resolve("relative")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "HOME, '', .cache/dyn53",
    "XDG_CACHE_HOME, /caches, caches/dyn53",
    "HOME, /nowhere/at/all, ''",
    "LANG, '', ''"
  })
  void keepsThemInThePersonsFolder(String variable, String path, String kept) throws Exception {
    Assumptions.assumeTrue(
        Files.getAttribute(folder, "unix:uid").equals(0), "only root can become another user");
    environment.remove("CACHE_DIRECTORY");
    environment.put(variable, folder + path);
    assertThat(new ProcessBuilder("chown", "-R", "1234:1234", parent.toString()).start().waitFor())
        .isZero();
    String nobody = "/usr/bin/setpriv --reuid 1234 --regid 1234 --clear-groups --";

    Ended ended =
        run(
            Stream.concat(Stream.of(nobody.split(" ")), Stream.of("./dyn53.jar")).toList(),
            "update",
            "--config",
            "dyn53.conf");

    assertThat(ended.out()).contains("updated to 11.22.33.44");
    assertThat(ended.err()).isEmpty();
    if (!kept.isEmpty()) {
      assertThat(folder.resolve(kept)).isDirectoryContaining("glob:**/update.jsa");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.1", "8", "21", "99.0.1"})
  void takesJavaThatIsNewEnough(String version) throws Exception {
    Path other = folder.resolve("other java");
    Path java = Files.createDirectories(other.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho other java\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        other.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    environment.put("JAVA_HOME", other.toString());
    // What is left where the system has no Java that is new enough.
    Path last = Files.createDirectories(folder.resolve("last"));
    Files.createSymbolicLink(
        last.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
    environment.put("PATH", last + ":/usr/bin:/bin");

    String said = run("version").out();

    boolean newEnough = version.startsWith("21") || version.startsWith("99");
    assertThat(said).startsWith(newEnough ? "other java" : "dyn53 1.");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    environment.remove("JAVA_HOME");
    Path programs = Files.createDirectory(folder.resolve("programs"));
    for (String program : List.of("readlink", "sh")) {
      Files.createSymbolicLink(programs.resolve(program), Path.of("/bin", program));
    }
    environment.put("PATH", programs.toString());
    // The system's folder of Javas is hidden where one may.
    Ended ended =
        run(
            List.of(
                "/usr/bin/unshare",
                "-rm",
                "/bin/sh",
                "-c",
                "/bin/mount -t tmpfs none /usr/lib/jvm && exec ./dyn53.jar version"));

    Assumptions.assumeFalse(ended.err().contains("unshare"), "no namespaces to be had here");
    assertThat(ended.err())
        .isEqualTo(
            "dyn53: there is no Java 21 or newer here; install one, or set JAVA_HOME to the folder"
                + " of one\n");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void handsOnItsArgumentsAndExitCode() throws Exception {
    Ended ended = run("update", "--config", "no such file.conf");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("no such file.conf, there is no such file");
  }

  /** On a Java that is on no PATH, and from a file that nobody has made executable. */
  @Test
  void isWhatAServiceStarts() throws Exception {
    Files.setPosixFilePermissions(
        folder.resolve("dyn53.jar"), PosixFilePermissions.fromString("rw-r--r--"));
    Ended plan =
        run(
            List.of("/bin/sh", "dyn53.jar"),
            "service",
            "install",
            "--kind",
            "cron",
            "--config",
            "dyn53.conf",
            "--print");
    String line = plan.out().lines().filter(it -> it.contains("* * * *")).findFirst().orElseThrow();
    String command = line.replaceFirst("^.*\\* \\* \\* \\* ", "").replaceFirst(" # .*", "");
    environment.remove("JAVA_HOME");

    Ended ended = run(List.of("/bin/sh", "-c", command.replace(" --quiet", "")));

    assertThat(command).startsWith("/usr/bin/env JAVA_HOME=/").contains("'" + folder);
    assertThat(ended.out()).contains("home.example.com: updated to 11.22.33.44");
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return run(List.of("./dyn53.jar"), arguments);
  }

  private Ended run(List<String> program, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(parent, "out", ".txt");
    Path err = Files.createTempFile(parent, "err", ".txt");
    Process process =
        builder(program, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder builder(List<String> program, String... arguments) {
    var line = new ArrayList<>(program);
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("STATE_DIRECTORY", folder.resolve("state").toString());
    return builder;
  }

  private Path cache() {
    return folder.resolve(".cache/dyn53");
  }

  private List<String> cached() throws IOException {
    if (Files.notExists(cache())) {
      return List.of();
    }
    try (var files = Files.list(cache())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
