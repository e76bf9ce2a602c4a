package io.github.dyn53.functions.http;

import java.io.IOException;

/** What arrived is no event of an HTTP API; its text is never part of the message. */
final class MalformedEventException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedEventException(String message) {
    super(message);
  }
}
