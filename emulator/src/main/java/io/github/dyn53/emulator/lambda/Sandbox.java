package io.github.dyn53.emulator.lambda;

/** Where the code of a function runs. */
public interface Sandbox {

  /**
   * Runs the code on a JSON payload and waits for it, at most for the function's time limit.
   *
   * @param requestId what identifies this invocation, in logs too
   */
  Invocation run(LambdaFunction function, String requestId, byte[] payload);
}
