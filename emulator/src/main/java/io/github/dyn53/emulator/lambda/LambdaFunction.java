package io.github.dyn53.emulator.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A handler with what Lambda keeps around it: its name, its time limit, a context for each call.
 *
 * <p>One handler serves all concurrent invocations, where Lambda would give each an environment of
 * its own; so it must be safe for use by several threads.
 */
public final class LambdaFunction {

  private final String name;
  private final RequestStreamHandler handler;
  private final Duration timeout;

  /** Names a handler and bounds how long each of its invocations may take. */
  public LambdaFunction(String name, RequestStreamHandler handler, Duration timeout) {
    this.name = name;
    this.handler = handler;
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

  /** Runs the handler on a JSON payload and waits for it, at most for the time limit. */
  public Invocation invoke(byte[] payload) {
    String requestId = UUID.randomUUID().toString();
    var context = new InvocationContext(this, requestId, System.nanoTime() + timeout.toNanos());
    var result = new FutureTask<>(() -> run(payload, context));
    Thread runner = Thread.ofVirtual().name(name + "-" + requestId).start(result);
    try {
      return new Invocation.Returned(result.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException e) {
      runner.interrupt();
      return timedOut(requestId);
    } catch (InterruptedException e) {
      runner.interrupt();
      Thread.currentThread().interrupt();
      return timedOut(requestId);
    }
  }

  private String run(byte[] payload, InvocationContext context) throws Exception {
    var output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(payload), output, context);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static Invocation failed(Throwable cause) {
    return new Invocation.Failed(
        cause.getClass().getName(), Objects.requireNonNullElse(cause.getMessage(), ""));
  }

  private Invocation timedOut(String requestId) {
    double seconds = timeout.toMillis() / 1000.0;
    return new Invocation.Failed(
        "Sandbox.Timedout",
        "RequestId: %s Error: Task timed out after %.2f seconds".formatted(requestId, seconds));
  }
}
