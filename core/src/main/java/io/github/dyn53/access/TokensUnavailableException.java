package io.github.dyn53.access;

/** The tokens could not be read, or a write of one could not be confirmed. */
public final class TokensUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried
   * @param cause what the client library said
   */
  public TokensUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
