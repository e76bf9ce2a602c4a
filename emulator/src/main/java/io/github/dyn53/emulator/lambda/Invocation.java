package io.github.dyn53.emulator.lambda;

import java.time.Duration;

/** What one invocation of a function came to. */
public sealed interface Invocation {

  /** The function returned; {@code payload} is what it wrote, which should be JSON. */
  record Returned(String payload) implements Invocation {}

  /**
   * The function threw, its process ended, or it ran out of time.
   *
   * @param type the class of the exception, or what Lambda says: {@code Sandbox.Timedout}, {@code
   *     Runtime.ExitError}
   * @param message the text of the exception
   */
  record Failed(String type, String message) implements Invocation {

    /** In Lambda's words: the function ran out of time. */
    public static Failed timedOut(String requestId, Duration timeout) {
      return new Failed(
          "Sandbox.Timedout",
          "RequestId: %s Error: Task timed out after %.2f seconds"
              .formatted(requestId, timeout.toMillis() / 1000.0));
    }
  }
}
