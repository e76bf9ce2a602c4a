package io.github.dyn53.emulator.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.UUID;

/** A function with what Lambda keeps around its code: its name, its time limit, an id per call. */
public final class LambdaFunction {

  private final String name;
  private final Sandbox sandbox;
  private final Duration timeout;

  /**
   * Names a handler of this process and bounds how long each of its invocations may take. It must
   * be safe for use by several threads.
   */
  public LambdaFunction(String name, RequestStreamHandler handler, Duration timeout) {
    this(name, new HandlerSandbox(handler), timeout);
  }

  /** Names code that runs elsewhere and bounds how long each of its invocations may take. */
  public LambdaFunction(String name, Sandbox sandbox, Duration timeout) {
    this.name = name;
    this.sandbox = sandbox;
    this.timeout = timeout;
  }

  /** The name, without ARN and qualifier. */
  public String name() {
    return name;
  }

  /** How long an invocation may take. */
  public Duration timeout() {
    return timeout;
  }

  /** The name that IAM policies and {@code --function-name} may use as well. */
  public String arn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + name;
  }

  /** Runs the code on a JSON payload and waits for it, at most for the time limit. */
  public Invocation invoke(byte[] payload) {
    return sandbox.run(this, UUID.randomUUID().toString(), payload);
  }
}
