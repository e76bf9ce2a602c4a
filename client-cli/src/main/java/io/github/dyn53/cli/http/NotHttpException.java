package io.github.dyn53.cli.http;

import java.io.IOException;

/** What was read is not the HTTP we take; the message says why, without quoting it. */
final class NotHttpException extends IOException {

  private static final long serialVersionUID = 1L;

  NotHttpException(String message) {
    super(message);
  }
}
