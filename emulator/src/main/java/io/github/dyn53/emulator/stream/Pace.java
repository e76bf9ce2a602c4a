package io.github.dyn53.emulator.stream;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What a mapping goes by in time.
 *
 * @param clock what the age of records is told by
 * @param poll the wait between two looks at a shard
 * @param firstRetry the wait before a failed batch is tried again; each later one is twice as long
 * @param longestRetry what no such wait exceeds
 */
public record Pace(InstantSource clock, Duration poll, Duration firstRetry, Duration longestRetry) {

  private static final int MOST_DOUBLINGS = 20;

  /** Less patient with failures than Lambda, which nobody wants to watch. */
  public static Pace standard(InstantSource clock) {
    return new Pace(clock, Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(10));
  }

  Duration retry(int failures) {
    Duration wait = firstRetry.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
  }
}
