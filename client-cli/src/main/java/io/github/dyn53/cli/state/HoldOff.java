package io.github.dyn53.cli.state;

import java.time.Duration;
import java.time.Instant;

/**
 * The endpoint was out of reach or in trouble: wait before the next try.
 *
 * @param failures one after the other
 * @param unreachable whether no reply came at all, which a change of the network may mend
 */
public record HoldOff(
    int failures, Instant since, Instant until, boolean unreachable, String reason) {

  /** No endpoint is obeyed for longer than a day; the rest is for clocks that go wrong. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(26);

  /** Whether a clock that shows {@code now} can't have made it. */
  boolean isAhead(Instant now) {
    return since.isAfter(now) || until.isAfter(now.plus(LONGEST_WAIT));
  }
}
