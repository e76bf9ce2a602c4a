package io.github.dyn53.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often clients changed a host within an hour.
 *
 * @param since when the hour began
 * @param changes how many there were in it
 */
public record ChangeCount(Instant since, int changes) {

  private static final Duration HOUR = Duration.ofHours(1);

  /** How many changes there were, given the count so far; after the hour, none. */
  static int at(Optional<ChangeCount> count, Instant now) {
    return count.filter(c -> !c.isOver(now)).map(ChangeCount::changes).orElse(0);
  }

  /** The count with one change more, which begins an hour where none goes on. */
  static ChangeCount next(Optional<ChangeCount> count, Instant now) {
    return count
        .filter(c -> !c.isOver(now))
        .map(c -> new ChangeCount(c.since, c.changes + 1))
        .orElseGet(() -> new ChangeCount(now, 1));
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(since.plus(HOUR));
  }
}
