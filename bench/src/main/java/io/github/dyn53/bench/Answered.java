package io.github.dyn53.bench;

import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.process.Delivery.Reply;
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
  static Reply with(String word, FunctionProcess function, String event) throws IOException {
    Reply reply = function.invoke(event);
    if (!(reply.invocation() instanceof Invocation.Returned(String text)) || !text.contains(word)) {
      throw new IOException("expected \"%s\", got: %s".formatted(word, reply.invocation()));
    }
    return reply;
  }
}
