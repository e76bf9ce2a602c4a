package io.github.dyn53.emulator.route53;

/** A name or a record's value that Route 53 would refuse; the message is Route 53's own wording. */
final class InvalidValueException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidValueException(String problem, String explanation, String value) {
    super("FATAL problem: %s (%s) encountered with '%s'".formatted(problem, explanation, value));
  }
}
