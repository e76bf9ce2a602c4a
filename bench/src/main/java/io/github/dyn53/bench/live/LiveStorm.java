package io.github.dyn53.bench.live;

import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.EmulatorOptions;
import io.github.dyn53.emulator.ReadyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Changes many hosts as fast as a few clients can, through the front door, and asks the DNS server
 * until each has its new address.
 */
final class LiveStorm {

  private static final int CLIENTS = 16;

  /** Longer than a lease and a sweep: what is not right by then is lost. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private LiveStorm() {}

  /**
   * Runs one storm and prints a table.
   *
   * @param arguments how many hosts; 2,000 where nothing is said
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int hosts = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
    System.out.print(run(hosts).table());
    // DynamoDB Local leaves a thread behind now and then, which would wait for ever.
    System.exit(0);
  }

  /** One storm of so many hosts. */
  static Figures run(int hosts) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("dyn53-storm");
    ReadyFile.Zone zone = firstStart(data);
    HostFiles.fill(data, zone, hosts);
    try (Emulator emulator = Emulator.start(options(data), data)) {
      return storm(emulator.ready(), hosts);
    } finally {
      HostFiles.delete(data);
    }
  }

  /** Makes zones and tables. */
  private static ReadyFile.Zone firstStart(Path data) {
    try (Emulator emulator = Emulator.start(options(data), data)) {
      return emulator.ready().zones().getFirst();
    }
  }

  private static EmulatorOptions options(Path data) {
    return new EmulatorOptions(
        new EmulatorOptions.Ports(0, 0, 0),
        List.of("dyn.test"),
        Optional.of(data),
        Optional.empty(),
        Optional.empty());
  }

  private static Figures storm(ReadyFile ready, int hosts) throws InterruptedException {
    var figures = new Figures();
    var answers = new Answers(ready.dns(), figures);
    Thread watcher = Thread.ofPlatform().start(answers);
    Instant start = Instant.now();
    try (var door = new Door(ready.http(), figures, answers);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int host = 0; host < hosts; host++) {
        var update = new Update(HostFiles.name(host), address(host));
        clients.execute(() -> door.send(update));
      }
    }
    figures.took(Duration.between(start, Instant.now()));
    answers.expectNoMore(Instant.now().plus(PATIENCE));
    watcher.join();
    return figures;
  }

  private static String address(int host) {
    return String.format(
        Locale.ROOT, "9.%d.%d.%d", 1 + host / 65_536, host / 256 % 256, host % 256);
  }
}
