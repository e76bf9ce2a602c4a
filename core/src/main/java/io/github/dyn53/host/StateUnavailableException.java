package io.github.dyn53.host;

/** State could not be read, or a write of it could not be confirmed. */
public class StateUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried
   * @param cause what the client library said
   */
  public StateUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message what was tried
   */
  public StateUnavailableException(String message) {
    super(message);
  }
}
