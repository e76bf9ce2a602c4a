package io.github.dyn53.functions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The Runtime API as Lambda serves it to a runtime, for one process.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

  private static final String BASE = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final AtomicInteger invocations = new AtomicInteger();
  private final Consumer<String> journal;
  private final LoopbackServer server;

  /**
   * What the process posted.
   *
   * @param kind {@code response}, {@code error} or {@code init/error}
   */
  record Answer(String kind, String body) {}

  /**
   * Serves it.
   *
   * @param journal takes the path of each call of the process before it is answered
   */
  RuntimeApi(Consumer<String> journal) throws IOException {
    this.journal = journal;
    this.server = new LoopbackServer(this::handle);
  }

  String authority() {
    return server.authority();
  }

  /** Hands over an event and waits for what the process makes of it. */
  Answer invoke(String event) {
    events.add(event);
    return await();
  }

  /** Waits for what the process posts. */
  Answer await() {
    try {
      Answer answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("the runtime did not answer");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.startsWith(BASE)) {
      throw new IOException("no such path: " + path);
    }
    String call = path.substring(BASE.length());
    journal.accept(call);
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (call.equals("invocation/next")) {
      next(exchange);
    } else if (call.equals("restore/next")) {
      LoopbackServer.answer(exchange, 200, new byte[0]);
    } else {
      String kind = call.equals("init/error") ? call : call.substring(call.lastIndexOf('/') + 1);
      answers.add(new Answer(kind, body));
      LoopbackServer.answer(exchange, 202, new byte[0]);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      byte[] event = events.take().getBytes(UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", "invocation-" + invocations.incrementAndGet());
      headers.set(
          "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(PATIENCE).toEpochMilli()));
      // Without this one the client's native half measures a text at no address.
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-6920f2a2-000000000000000000000001;Sampled=0");
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:1:function:f");
      LoopbackServer.answer(exchange, 200, event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
