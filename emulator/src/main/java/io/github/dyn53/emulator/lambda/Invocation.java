package io.github.dyn53.emulator.lambda;

/** What one invocation of a function came to. */
public sealed interface Invocation {

  /** The function returned; {@code payload} is what it wrote, which should be JSON. */
  record Returned(String payload) implements Invocation {}

  /**
   * The function threw, or ran out of time.
   *
   * @param type the class of the exception, or {@code Sandbox.Timedout} as Lambda says
   * @param message the text of the exception
   */
  record Failed(String type, String message) implements Invocation {}
}
