package io.github.dyn53.cli.update;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait after failures: twice as long each time, never twice the same. */
final class BackOff {

  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofHours(1);

  private static final int MOST_DOUBLINGS = 10;

  private BackOff() {}

  /**
   * The wait after the n-th failure in a row, 20 % more or less by chance; what the endpoint wished
   * is the least then, and up to 10 % is put on top, so that its clients don't all come at once.
   */
  static Duration after(int failures, Optional<Duration> wish, RandomGenerator random) {
    long doubled = FIRST.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long usual = (long) (doubled * (0.8 + 0.4 * random.nextDouble()));
    long wait = Math.min(usual, LONGEST.toMillis());
    if (wish.isPresent()) {
      long wished = (long) (wish.get().toMillis() * (1 + 0.1 * random.nextDouble()));
      wait = Math.max(wait, Math.min(wished, RetryAfter.LONGEST.toMillis()));
    }
    return Duration.ofMillis(wait);
  }
}
