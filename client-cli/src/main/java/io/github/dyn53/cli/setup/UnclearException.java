package io.github.dyn53.cli.setup;

/** The setup can't go on without an answer it did not get. */
final class UnclearException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnclearException(String message) {
    super(message);
  }
}
