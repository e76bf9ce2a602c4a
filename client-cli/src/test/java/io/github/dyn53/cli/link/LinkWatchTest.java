package io.github.dyn53.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.link.LinkWatch.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkWatchTest {

  private static final Duration TICK = Duration.ofMillis(20);

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<String> state = new AtomicReference<>("a");

  @Test
  void comparesWhereThereIsNoMonitor() throws InterruptedException {
    try (var watch = watch(Optional.empty(), steady()).started()) {
      state.set("b");
      assertThat(next()).isEqualTo(Event.CHANGED);

      state.set("c");
      assertThat(next()).isEqualTo(Event.CHANGED);
      assertThat(watch).isNotNull();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a shell of POSIX")
  void comparesWhenTheMonitorSpeaks(@TempDir Path folder) throws IOException, InterruptedException {
    Path speaks = folder.resolve("speaks");
    var monitor =
        new IpMonitor(
            List.of(
                "/bin/sh",
                "-c",
                "while sleep 0.1; do test -e "
                    + speaks
                    + " && echo line; done & "
                    + "p=$!; exec >/dev/null; read x; kill $p"));
    var looks = new AtomicLong();
    var clocks = new Clocks(() -> Instant.EPOCH, standing(looks), TICK);
    try (var watch = watch(Optional.of(monitor), clocks).started()) {
      assertThat(watch).isNotNull();
      awaitMonitored(monitor, looks);
      state.set("b");
      assertThat(events.poll(300, TimeUnit.MILLISECONDS)).as("not told, not seen").isNull();

      Files.createFile(speaks);

      assertThat(next()).isEqualTo(Event.CHANGED);
      assertThat(events.poll(300, TimeUnit.MILLISECONDS)).as("told of nothing new").isNull();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a shell of POSIX")
  void comparesAgainWhenTheMonitorEnds() throws InterruptedException {
    var monitor = new IpMonitor(List.of("/bin/true"));
    try (var watch = watch(Optional.of(monitor), steady()).started()) {
      assertThat(watch).isNotNull();
      state.set("b");

      assertThat(next()).isEqualTo(Event.CHANGED);
    }
  }

  /** Where nothing else is to be done, few looks at the clocks are enough. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a shell of POSIX")
  void wakesUpSeldomWhileTheMonitorRuns() throws InterruptedException {
    var monitor = new IpMonitor(List.of("/bin/sh", "-c", "read x"));
    var looks = new AtomicLong();
    var clocks = new Clocks(Instant::now, looks::incrementAndGet, TICK);
    try (var watch =
        new LinkWatch(state::get, Optional.of(monitor), clocks, TICK, events::add).started()) {
      assertThat(watch).isNotNull();
      awaitMonitored(monitor, looks);
      long begun = System.nanoTime();
      long before = looks.get();
      while (looks.get() < before + 4 && millisSince(begun) < 20_000) {
        Thread.sleep(10);
      }
      long looked = looks.get() - before;

      assertThat(looked)
          .isGreaterThanOrEqualTo(4)
          .isLessThanOrEqualTo(millisSince(begun) / (12 * TICK.toMillis()) + 2);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "ip is a program of Linux")
  void leavesNoProcessBehind() throws InterruptedException {
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    try (var watch = LinkWatch.start(Instant::now, events::add)) {
      assertThat(watch).isNotNull();
      Thread.sleep(300);
    }

    for (int i = 0; i < 500 && !startedSince(before).isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(startedSince(before)).isEmpty();
  }

  /** This build gives its tests a token. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a shell of POSIX")
  void keepsTheTokenFromTheMonitor(@TempDir Path folder) throws IOException {
    assertThat(System.getenv()).containsKeys("DYN53_TOKEN", "CREDENTIALS_DIRECTORY");
    Path told = folder.resolve("told");

    new IpMonitor(List.of("/bin/sh", "-c", "env > " + told)).run(() -> {});

    assertThat(told)
        .content()
        .contains("PATH=")
        .doesNotContain("DYN53_TOKEN", "CREDENTIALS_DIRECTORY");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          5000,    5000,  false
          5010,    5200,  false
          9000,    5000,  false
          3605000, 5000,  true
          -60000,  5000,  true
          60000,   60000, true
          20000,   20000, false
          """)
  void noticesThatTheMachineSlept(long wallMillis, long steadyMillis, boolean jumped) {
    var wall = new AtomicLong(1_000_000);
    var steady = new AtomicLong();
    var clocks =
        new Clocks(() -> Instant.ofEpochMilli(wall.get()), steady::get, Duration.ofSeconds(5));

    wall.addAndGet(wallMillis);
    steady.addAndGet(steadyMillis * 1_000_000);

    assertThat(clocks.jumped()).isEqualTo(jumped);
    assertThat(clocks.jumped()).isFalse();
  }

  @Test
  void tellsThatTheMachineSlept() throws InterruptedException {
    var wall = new AtomicLong(1_000_000);
    var clocks = new Clocks(() -> Instant.ofEpochMilli(wall.get()), () -> 0, TICK);
    try (var watch = watch(Optional.empty(), clocks).started()) {
      assertThat(watch).isNotNull();
      wall.addAndGet(3_600_000);

      assertThat(next()).isEqualTo(Event.WOKE_UP);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
  void seesTheSameWhileNothingChanges() {
    assertThat(LinkState.now()).isNotEmpty().isEqualTo(LinkState.now());
  }

  private LinkWatch watch(Optional<IpMonitor> monitor, Clocks clocks) {
    return new LinkWatch(state::get, monitor, clocks, TICK, events::add);
  }

  /**
   * A tick that found the monitor missing may still be about to compare; the next look at the
   * clocks tells that it has.
   */
  private static void awaitMonitored(IpMonitor monitor, AtomicLong looks)
      throws InterruptedException {
    while (!monitor.isRunning()) {
      Thread.sleep(10);
    }
    long before = looks.get();
    while (looks.get() == before) {
      Thread.sleep(10);
    }
  }

  private static LongSupplier standing(AtomicLong looks) {
    return () -> {
      looks.incrementAndGet();
      return 0;
    };
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }

  /** Those of earlier tests may end meanwhile. */
  private static List<ProcessHandle> startedSince(List<ProcessHandle> before) {
    return ProcessHandle.current().descendants().filter(it -> !before.contains(it)).toList();
  }

  private static Clocks steady() {
    return new Clocks(() -> Instant.EPOCH, () -> 0, TICK);
  }

  private @Nullable Event next() throws InterruptedException {
    return events.poll(20, TimeUnit.SECONDS);
  }
}
