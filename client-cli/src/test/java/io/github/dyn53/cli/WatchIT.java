package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.Packaged.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar while it stays, and other programs beside it. */
class WatchIT {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String OTHER = "765432zyxwvutsrqponmlkjihgfedcba";

  @TempDir private Path folder = Path.of("");

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private Packaged packaged = new Packaged(Path.of(""), List.of());

  @BeforeEach
  void configure() throws IOException {
    packaged = new Packaged(folder, List.of());
    packaged.write("token", TOKEN);
    packaged.write("dyn53.conf", configuration(""));
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  private String configuration(String more) {
    return """
    endpoint = %s
    token-file = "%s"
    ipv4 = endpoint
    ipv6 = none
    poll = 5s
    endpoint-poll = 10s
    %s
    host = home.example.com
    """
        .formatted(endpoint.url(), folder.resolve("token"), more);
  }

  @Test
  void watchFollowsEndsOnTermAndLetsNobodyElseWork() throws Exception {
    try (var watch = new Watching()) {
      watch.awaitSaid("is now 11.22.33.44");

      Ended other = packaged.run("", "update");
      Ended inJson = packaged.run("", "update", "--json");
      Ended status = packaged.run("", "status");

      assertThat(inJson.out()).contains("\"text\":\"another dyn53 works with the state in");
      assertThat(inJson.err()).isEmpty();
      assertThat(other.code()).isEqualTo(7);
      assertThat(other.err()).contains("another dyn53 works with the state in");
      assertThat(status.out()).contains("sent:    11.22.33.44");
    }
    assertThat(packaged.run("", "update").out()).contains("unchanged");
  }

  @Test
  void watchTellsProgramsOneObjectALine() throws Exception {
    try (var watch = new Watching("--json")) {
      Packaged.await(() -> Files.readString(watch.out).contains("\"level\":\"event\""));
    }

    assertThat(Files.readAllLines(folder.resolve("watch.out")))
        .allMatch(line ->
            line.matches(
                "\\{\"time\":\"20[^\"]+Z\",\"level\":\"(info|event)\",\"text\":\"[^\"]+\".*}"))
        .anyMatch(line -> line.contains("is now 11.22.33.44"))
        .anyMatch(line ->
            line.contains(
                "\"event\":\"changed\",\"host\":\"home.example.com\",\"ipv4\":\"11.22.33.44\""));
    assertThat(folder.resolve("watch.err")).isEmptyFile();
  }

  @Test
  void watchAsksAgainWithAMendedToken() throws Exception {
    endpoint.answer(401, "badauth");
    try (var watch = new Watching()) {
      watch.awaitSaid("badauth");
      endpoint.answer(200, "good 11.22.33.44");

      packaged.write("token", OTHER);

      watch.awaitSaid("the configuration has changed; watches for home.example.com");
      watch.awaitSaid("home.example.com is now 11.22.33.44");
      assertThat(endpoint.updates()).hasSize(2);
    }
  }

  /** As it was, but the host has been added at the endpoint since. */
  @Test
  void watchAsksAgainWhatWasRefusedOnceItsConfigurationIsSaved() throws Exception {
    endpoint.answer(404, "nohost");
    try (var watch = new Watching()) {
      watch.awaitSaid("the endpoint has no such host");
      endpoint.answer(200, "good 11.22.33.44");

      packaged.write("dyn53.conf", configuration(""));

      watch.awaitSaid("home.example.com is now 11.22.33.44");
      assertThat(endpoint.updates()).hasSize(2);
    }
  }

  @Test
  void watchGoesOnWhereAChangedConfigurationIsWrong() throws Exception {
    try (var watch = new Watching()) {
      watch.awaitSaid("is now 11.22.33.44");

      packaged.write("dyn53.conf", configuration("pol = 5s"));
      watch.awaitSaid("the configuration has changed, but can't be used");
      endpoint.see("11.22.33.45");

      watch.awaitSaid("home.example.com is now 11.22.33.45");
      assertThat(watch.said()).containsOnlyOnce("can't be used");
    }
  }

  @Test
  void watchEndsWithAllThatItStarted() throws Exception {
    packaged.write("dyn53.conf", configuration("on-change = sleep 591.53"));
    try (var watch = new Watching()) {
      watch.awaitSaid("is now 11.22.33.44");
      Packaged.await(WatchIT::sleeps);
    }
    Packaged.await(() -> !sleeps());
  }

  private static boolean sleeps() {
    return ProcessHandle.allProcesses()
        .anyMatch(
            it -> it.info().commandLine().filter(l -> l.endsWith("sleep 591.53")).isPresent());
  }

  @Test
  void tellsNoProgramTheToken() throws Exception {
    Path script = folder.resolve("address");
    Files.writeString(script, "#!/bin/sh\nenv >>'" + folder + "/env'\necho 11.22.33.44\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));

    Ended update =
        packaged.run(
            Map.of("DYN53_TOKEN", TOKEN, "CREDENTIALS_DIRECTORY", "/run/credentials/dyn53"),
            "",
            List.of("update", "--ipv4", "command:" + script, "--on-change", script + " changed"));

    assertThat(update.out()).contains("updated to 11.22.33.44");
    assertThat(folder.resolve("env"))
        .content()
        .contains("PATH=", "DYN53_IPV4=11.22.33.44")
        .doesNotContain("DYN53_TOKEN", TOKEN, "CREDENTIALS_DIRECTORY");
  }

  @Test
  void saysThatThisLocaleHasNoSuchPaths() throws Exception {
    String jar = Path.of("target", "dyn53.jar").toAbsolutePath().toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path script = folder.resolve("run");
    Files.writeString(
        script, "LC_ALL=C '" + java + "' -jar '" + jar + "' update --config b\u00fccher.conf 2>&1");

    Process process =
        new ProcessBuilder("sh", script.toString()).directory(folder.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

    assertThat(said).contains("is no path here").doesNotContain("\tat ", "please report");
    assertThat(process.waitFor()).isEqualTo(3);
  }

  /** A watch; closing it ends it. */
  private final class Watching implements AutoCloseable {

    private final Path out = folder.resolve("watch.out");
    private final Path err = folder.resolve("watch.err");
    private final Process process;

    Watching(String... flags) throws IOException {
      process = packaged.start(Map.of(), "", out, err, Packaged.words("watch", flags));
    }

    String said() throws IOException {
      return Files.readString(err);
    }

    void awaitSaid(String text) throws IOException, InterruptedException {
      Packaged.await(() -> said().contains(text));
    }

    @Override
    public void close() {
      process.destroy();
      assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(process.exitValue()).isZero();
    }
  }
}
