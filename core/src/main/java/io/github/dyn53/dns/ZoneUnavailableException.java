package io.github.dyn53.dns;

/** The zone could not be changed or read now; a change may or may not have been applied. */
public final class ZoneUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why it could not be done now. */
  public enum Reason {
    /** The account asked for too much: nothing was applied, and nothing will be for a while. */
    THROTTLED,
    /** The zone's previous change is in flight: nothing was applied. */
    BUSY,
    /** There was no time left to ask: nothing was applied. */
    NO_TIME,
    /** No answer, or none that says: the change may have been applied, or may yet be. */
    UNKNOWN
  }

  /**
   * @param message what happened, for the log: throttled, busy, timed out
   * @param cause what the client library said
   */
  public ZoneUnavailableException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /**
   * @param message what happened, for the log
   */
  public ZoneUnavailableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it could not be done now. */
  public Reason reason() {
    return reason;
  }
}
