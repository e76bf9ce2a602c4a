package io.github.dyn53.dns;

/** The zone said no, and would again; nothing was applied. */
public final class ZoneRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the reason in words that an owner can act on
   * @param cause what the client library said
   */
  public ZoneRefusedException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message the reason in words that an owner can act on
   */
  public ZoneRefusedException(String message) {
    super(message);
  }
}
