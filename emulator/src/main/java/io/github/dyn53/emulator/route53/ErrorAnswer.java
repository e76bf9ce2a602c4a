package io.github.dyn53.emulator.route53;

/** The errors that a script can let the service answer with. */
public enum ErrorAnswer {
  /** {@code Throttling}, status 400. */
  THROTTLE,
  /** {@code PriorRequestNotComplete}, status 400. */
  BUSY,
  /** {@code AccessDenied}, status 403. */
  ACCESS_DENIED,
  /** {@code NoSuchHostedZone}, status 404. */
  NO_SUCH_ZONE,
  /** {@code InvalidChangeBatch}, status 400. */
  INVALID_CHANGE_BATCH,
  /** {@code InternalFailure}, status 500. */
  INTERNAL_ERROR,
  /** {@code ServiceUnavailable}, status 503. */
  UNAVAILABLE
}
