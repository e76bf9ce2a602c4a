package io.github.dyn53.bench;

import java.io.IOException;

/** Sees to it that only right answers are measured. */
final class Answered {

  private Answered() {}

  /**
   * Lets a handler answer.
   *
   * @param word what the reply must say
   * @throws IOException when it says anything else
   */
  static RuntimeApi.Reply with(String word, FunctionProcess function, String event)
      throws IOException {
    RuntimeApi.Reply reply = function.invoke(event);
    if (!reply.text().contains(word)) {
      throw new IOException("expected \"%s\", got: %s".formatted(word, reply.text()));
    }
    return reply;
  }
}
