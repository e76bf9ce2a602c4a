package io.github.dyn53.emulator.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A handler in this process.
 *
 * <p>It serves all concurrent invocations, where Lambda would give each an environment of its own;
 * so it must be safe for use by several threads.
 */
final class HandlerSandbox implements Sandbox {

  private final RequestStreamHandler handler;

  HandlerSandbox(RequestStreamHandler handler) {
    this.handler = handler;
  }

  @Override
  public Invocation run(LambdaFunction function, String requestId, byte[] payload) {
    Duration timeout = function.timeout();
    var context = new InvocationContext(function, requestId, System.nanoTime() + timeout.toNanos());
    var result = new FutureTask<>(() -> handle(payload, context));
    Thread runner = Thread.ofVirtual().name(function.name() + "-" + requestId).start(result);
    try {
      return new Invocation.Returned(result.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException e) {
      runner.interrupt();
      return Invocation.Failed.timedOut(requestId, timeout);
    } catch (InterruptedException e) {
      runner.interrupt();
      Thread.currentThread().interrupt();
      return Invocation.Failed.timedOut(requestId, timeout);
    }
  }

  private String handle(byte[] payload, Context context) throws Exception {
    var output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(payload), output, context);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static Invocation failed(Throwable cause) {
    return new Invocation.Failed(
        cause.getClass().getName(), Objects.requireNonNullElse(cause.getMessage(), ""));
  }
}
