package io.github.dyn53.cli.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that passes only while somebody waits, with things set to happen in it. */
final class VirtualTime implements Timeline, InstantSource {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparingLong(Moment::nanos).thenComparing(Moment::order));
  private long nanos = -1_000_000;
  private long end;
  private Duration clockOff = Duration.ZERO;
  private int order;
  private int waitsForNothing;

  private record Moment(long nanos, Integer order, Runnable happening, Optional<Signal> signal) {}

  void at(Duration time, Signal signal) {
    moments.add(new Moment(time.toNanos(), order++, () -> {}, Optional.of(signal)));
  }

  void at(Duration time, Runnable happening) {
    moments.add(new Moment(time.toNanos(), order++, happening, Optional.empty()));
  }

  /** Ends the watch so long after now. */
  void stopAfter(Duration time) {
    end = nanos + time.toNanos();
  }

  /** Somebody sets the clock on the wall. */
  void setClockBy(Duration difference) {
    clockOff = clockOff.plus(difference);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos).plus(clockOff);
  }

  @Override
  public Signal await(Duration atMost) {
    long until = nanos + atMost.toNanos();
    waitsForNothing = until > nanos ? 0 : waitsForNothing + 1;
    if (waitsForNothing > 1000) {
      throw new AssertionError("looks again and again while no time passes");
    }
    while (true) {
      Moment next = moments.peek();
      long first = next == null ? until : Math.min(until, next.nanos);
      if (end < first) {
        nanos = end;
        return Signal.STOP;
      }
      nanos = Math.max(nanos, first);
      if (next == null || next.nanos > until) {
        return Signal.TICK;
      }
      moments.remove();
      next.happening.run();
      if (next.signal.isPresent()) {
        return next.signal.get();
      }
    }
  }
}
