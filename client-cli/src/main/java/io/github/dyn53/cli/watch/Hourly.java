package io.github.dyn53.cli.watch;

import java.time.Duration;
import java.util.Optional;

/** When something was done that is done at most once an hour. */
final class Hourly {

  private static final long APART = Duration.ofHours(1).toNanos();

  private Optional<Long> last = Optional.empty();

  boolean isDue(long now) {
    return last.isEmpty() || now - last.get() >= APART;
  }

  void done(long now) {
    last = Optional.of(now);
  }
}
