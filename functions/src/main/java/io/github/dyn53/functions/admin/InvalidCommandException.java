package io.github.dyn53.functions.admin;

/** A command that can't be carried out as it stands; nothing was changed. */
final class InvalidCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Makes the exception.
   *
   * @param field the field that is wrong, or {@code command}
   * @param message what is wrong with it; it quotes no secret
   */
  InvalidCommandException(String field, String message) {
    super(message);
    this.field = field;
  }

  String field() {
    return field;
  }
}
