package io.github.dyn53.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measured times, of which a few outliers say nothing. */
final class Durations {

  private static final double NANOS_PER_MILLISECOND = 1_000_000.0;

  private final List<Duration> all = new ArrayList<>();

  void add(Duration duration) {
    all.add(duration);
  }

  /** The median, in milliseconds. */
  double median() {
    return percentile(50);
  }

  /** The least of them that so many per cent of them do not exceed, in milliseconds. */
  double percentile(int percent) {
    List<Duration> sorted = all.stream().sorted().toList();
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.get(Math.max(rank, 1) - 1).toNanos() / NANOS_PER_MILLISECOND;
  }
}
