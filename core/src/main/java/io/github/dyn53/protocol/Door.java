package io.github.dyn53.protocol;

import java.util.Optional;

/** One protocol behind one or more paths. */
interface Door {

  /**
   * Answers a request; never throws for what a client sent.
   *
   * @param pathToken the token that stood in the path
   */
  Handled handle(WebRequest request, Optional<String> pathToken);
}
