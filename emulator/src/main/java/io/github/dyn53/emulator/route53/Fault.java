package io.github.dyn53.emulator.route53;

import java.time.Duration;

/** Something that goes wrong because a script says so. */
public sealed interface Fault {
  /** The call is performed, but only after this time. */
  record Latency(Duration duration) implements Fault {}

  /** The call is answered with an error and not performed. */
  enum ErrorAnswer implements Fault {
    /** {@code Throttling}. */
    THROTTLE,
    /** {@code PriorRequestNotComplete}. */
    BUSY,
    /** {@code AccessDenied}. */
    ACCESS_DENIED,
    /** {@code NoSuchHostedZone}. */
    NO_SUCH_ZONE,
    /** {@code InvalidChangeBatch}. */
    INVALID_CHANGE_BATCH,
    /** {@code InternalFailure}, status 500. */
    INTERNAL_ERROR,
    /** {@code ServiceUnavailable}, status 503. */
    UNAVAILABLE
  }

  /** The connection ends without an answer. */
  enum Cut implements Fault {
    /** The call is performed before the connection is closed. */
    LOST_ANSWER,
    /** The call is not performed; the connection is reset. */
    RESET
  }
}
