package io.github.dyn53.dns;

/** The zone could not be changed or read now; a change may or may not have been applied. */
public final class ZoneUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, for the log: throttled, busy, timed out
   * @param cause what the client library said
   */
  public ZoneUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message what happened, for the log
   */
  public ZoneUnavailableException(String message) {
    super(message);
  }
}
