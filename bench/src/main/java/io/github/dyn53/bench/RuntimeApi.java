package io.github.dyn53.bench;

import io.github.dyn53.emulator.loopback.LoopbackServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lambda's Runtime API for one process, which handles one event at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

  private static final String API = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<Invocation> invocations = new LinkedBlockingQueue<>();
  private final LoopbackServer server;
  private volatile Invocation current = new Invocation("");

  /**
   * Starts it.
   *
   * @param restore what happens between the snapshot and its restore
   */
  RuntimeApi(Runnable restore) {
    this.server = LoopbackServer.start(0, new HttpConfiguration(), new Routes(restore));
  }

  /** What the variable {@code AWS_LAMBDA_RUNTIME_API} is to hold. */
  String address() {
    return "127.0.0.1:" + server.port();
  }

  /** Hands over an event as soon as the process asks for one, and waits for the reply. */
  Reply invoke(String event) throws IOException {
    var invocation = new Invocation(event);
    invocations.add(invocation);
    try {
      return invocation.reply.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IOException("no reply: " + e.getCause(), e);
    }
  }

  /** Ends what a process waits for, so that it ends itself. */
  @Override
  public void close() {
    server.close();
  }

  /**
   * What the process replied.
   *
   * @param text the reply
   * @param taken from handing over the event to receiving the reply
   * @param at when it came, as of {@link System#nanoTime}
   */
  record Reply(String text, Duration taken, long at) {}

  private static final class Invocation {

    private final String event;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private volatile long handedOver;

    Invocation(String event) {
      this.event = event;
    }
  }

  private final class Routes extends Handler.Abstract {

    private final Runnable restore;

    Routes(Runnable restore) {
      this.restore = restore;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      switch (Request.getPathInContext(request)) {
        case API + "invocation/next" -> handOver(response, callback);
        case API + "restore/next" -> {
          restore.run();
          answer(response, 200, "", callback);
        }
        case "/credentials" -> answer(response, 200, credentials(), callback);
        case String path -> take(path, request, response, callback);
      }
      return true;
    }

    private void handOver(Response response, Callback callback) throws IOException {
      try {
        Invocation next = invocations.take();
        current = next;
        response.getHeaders().put("Lambda-Runtime-Aws-Request-Id", "bench");
        response
            .getHeaders()
            .put(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(PATIENCE).toEpochMilli()));
        response
            .getHeaders()
            .put(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:eu-central-1:123456789012:function:bench");
        next.handedOver = System.nanoTime();
        answer(response, 200, next.event, callback);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped", e);
      }
    }

    private void take(String path, Request request, Response response, Callback callback)
        throws IOException {
      long at = System.nanoTime();
      String text = Content.Source.asString(request, StandardCharsets.UTF_8);
      answer(response, 202, "{\"status\":\"OK\"}", callback);
      Invocation invocation = current;
      if (path.endsWith("/response")) {
        Duration taken = Duration.ofNanos(at - invocation.handedOver);
        invocation.reply.complete(new Reply(text, taken, at));
      } else {
        invocation.reply.completeExceptionally(new IOException(path + ": " + text));
      }
    }

    /** As a function with SnapStart gets them. */
    private static String credentials() {
      return """
      {"AccessKeyId":"ASIABENCH","SecretAccessKey":"bench","Token":"bench","Expiration":"%s"}\
      """
          .formatted(Instant.now().plus(Duration.ofHours(6)));
    }

    private static void answer(Response response, int status, String text, Callback callback) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
