package io.github.dyn53.cli.natlab;

import io.github.dyn53.cli.natlab.NatLab.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** {@code dyn53 watch} in the lab's home; closing it ends it. */
final class Watched implements AutoCloseable {

  /** Long, as other work may keep the machine busy; how long it takes is the benchmark's matter. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final NatLab lab;
  private final Path configuration;
  private final Process process;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private Watched(NatLab lab, Path configuration) {
    this.lab = lab;
    this.configuration = configuration;
    this.process = lab.dyn53("watch", "--config", configuration.toString(), "--verbose");
    Thread.ofVirtual().start(this::read);
  }

  /** With the lab's token. */
  static Watched start(NatLab lab, Path home, String settings) {
    return start(lab, home, settings, lab.token());
  }

  static Watched start(NatLab lab, Path home, String settings, String token) {
    return new Watched(lab, configure(lab, home, settings, token));
  }

  /** A command that ends by itself. */
  static Ran once(NatLab lab, Path home, String command, String... flags) {
    var words = new ArrayList<>(List.of(command, "--config"));
    words.add(configure(lab, home, "", lab.token()).toString());
    words.addAll(List.of(flags));
    return Ran.of(lab.dyn53(words.toArray(String[]::new)));
  }

  private static Path configure(NatLab lab, Path home, String settings, String token) {
    Path file = home.resolve("dyn53.conf");
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(
          file,
          """
          endpoint = https://api.dyn.test
          ca-file = %s
          token = %s
          state = %s
          %s
          host = home.dyn.test
          """
              .formatted(lab.caFile(), token, home.resolve("state"), settings));
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  private void read() {
    try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
      printed.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("(no more to read)");
    }
  }

  /** Another command with the same configuration. */
  Ran run(String command) {
    return Ran.of(lab.dyn53(command, "--config", configuration.toString()));
  }

  String output() {
    return String.join("\n", lines);
  }

  void awaitDns(String type, String expected) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    String answer = lab.dns(type);
    while (!answer.equals(expected)) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError(
            "DNS answers \"%s\", not %s; dyn53 said:%n%s".formatted(answer, expected, output()));
      }
      sleep(Duration.ofMillis(50));
      answer = lab.dns(type);
    }
  }

  void awaitOutput(String text) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!output().contains(text)) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("dyn53 never said \"%s\":%n%s".formatted(text, output()));
      }
      sleep(Duration.ofMillis(20));
    }
  }

  void stillRunsAfterSeconds(int seconds) {
    sleep(Duration.ofSeconds(seconds));
    if (!process.isAlive()) {
      throw new AssertionError("dyn53 ended:\n" + output());
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    // What entered the lab waits for the companion in there, and would leave it behind.
    process.descendants().forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("dyn53 did not end when asked to:\n" + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
