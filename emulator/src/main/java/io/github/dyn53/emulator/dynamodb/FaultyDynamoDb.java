package io.github.dyn53.emulator.dynamodb;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.faults.CutConnection;
import io.github.dyn53.emulator.faults.Fault;
import io.github.dyn53.emulator.faults.ServiceFaults;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets faults happen to calls on their way to the database, and on their way back. */
final class FaultyDynamoDb extends Handler.Wrapper {

  private static final JsonMapper JSON = new JsonMapper();

  private final ServiceFaults<DynamoDbError> faults;

  FaultyDynamoDb(ServiceFaults<DynamoDbError> faults, Handler database) {
    super(database);
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Fault<DynamoDbError>> fault =
        faults.next(operation(request), subject -> false, authorization(request));
    return fault.isEmpty()
        ? super.handle(request, response, callback)
        : suffer(fault.get(), request, response, callback);
  }

  private boolean suffer(
      Fault<DynamoDbError> fault, Request request, Response response, Callback callback)
      throws Exception {
    return switch (fault) {
      case Fault.Latency<DynamoDbError>(Duration duration) -> {
        await(duration);
        yield super.handle(request, response, callback);
      }
      case Fault.ErrorAnswer<DynamoDbError>(DynamoDbError error) -> {
        refuse(error, response, callback);
        yield true;
      }
      case Fault.LostAnswer<DynamoDbError> ignored ->
          super.handle(request, new Unanswered(request, response, () -> {}), callback);
      case Fault.Reset<DynamoDbError> ignored -> {
        reset(request, callback);
        yield true;
      }
      case Fault.Kill<DynamoDbError>(Callers callers, boolean performed) -> {
        Runnable kill = () -> callers.kill(authorization(request));
        if (performed) {
          yield super.handle(request, new Unanswered(request, response, kill), callback);
        }
        kill.run();
        reset(request, callback);
        yield true;
      }
    };
  }

  private static void reset(Request request, Callback callback) throws IOException {
    // While it still sends, a client may take the reset for an end.
    Content.Source.asInputStream(request).transferTo(OutputStream.nullOutputStream());
    CutConnection.reset(request, callback);
  }

  private static String authorization(Request request) {
    return Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.AUTHORIZATION), "");
  }

  /** Blocks, which costs nothing: each call has a virtual thread of its own. */
  private static void await(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  private static void refuse(DynamoDbError error, Response response, Callback callback)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(error.body().fields());
    response.setStatus(error.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static String operation(Request request) {
    String target = Objects.requireNonNullElse(request.getHeaders().get("X-Amz-Target"), "");
    return target.substring(target.indexOf('.') + 1);
  }

  /** Closes the connection where an answer would be sent, after something else. */
  private static final class Unanswered extends Response.Wrapper {

    private final Runnable first;

    private Unanswered(Request request, Response wrapped, Runnable first) {
      super(request, wrapped);
      this.first = first;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      first.run();
      CutConnection.close(getRequest(), callback);
    }
  }
}
