package io.github.dyn53.cli.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When to look next, in nanoseconds. After a signal: at once, and again after one and three
 * seconds, as routers and interfaces settle; a flood of signals still means one look a second.
 */
final class Schedule {

  private static final long TOGETHER = Duration.ofMillis(100).toNanos();
  private static final long APART = Duration.ofSeconds(1).toNanos();
  private static final long SETTLED = Duration.ofSeconds(3).toNanos();

  private final List<Long> afterSignal = new ArrayList<>();
  private long usual;
  private long lastLook;

  Schedule(long now) {
    this.usual = now;
    this.lastLook = now - APART;
  }

  void signalled(long now) {
    long first = Math.max(now + TOGETHER, lastLook + APART);
    if (!afterSignal.isEmpty() && afterSignal.get(0) - first < 0) {
      first = afterSignal.get(0);
    }
    afterSignal.clear();
    afterSignal.add(first);
    afterSignal.add(Math.max(now + APART, first + TOGETHER));
    afterSignal.add(now + SETTLED);
  }

  /** Whether one of the looks after a signal is due. */
  boolean isAfterSignal(long now) {
    return !afterSignal.isEmpty() && now - afterSignal.get(0) >= 0;
  }

  boolean isDue(long now) {
    return isAfterSignal(now) || now - usual >= 0;
  }

  void looked(long now, Duration untilNext) {
    while (isAfterSignal(now)) {
      afterSignal.remove(0);
    }
    lastLook = now;
    usual = now + untilNext.toNanos();
  }

  Duration untilNext(long now) {
    long next = usual - now;
    if (!afterSignal.isEmpty()) {
      next = Math.min(next, afterSignal.get(0) - now);
    }
    return Duration.ofNanos(Math.max(0, next));
  }
}
