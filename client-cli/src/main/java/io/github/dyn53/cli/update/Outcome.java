package io.github.dyn53.cli.update;

import io.github.dyn53.protocol.ReturnCode;
import java.time.Duration;
import java.util.Optional;

/** What became of a request for one host. */
public sealed interface Outcome {

  /** The name points at what was asked, or soon will. */
  record Accepted(boolean changed) implements Outcome {}

  /** It would be refused again. */
  record Refused(ReturnCode code) implements Outcome {}

  /**
   * It may work later.
   *
   * @param unreachable whether no reply came at all
   * @param retryAfter what the endpoint itself wishes
   */
  record Postponed(boolean unreachable, String reason, Optional<Duration> retryAfter)
      implements Outcome {}
}
