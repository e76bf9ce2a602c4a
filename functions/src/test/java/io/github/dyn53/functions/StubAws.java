package io.github.dyn53.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** An HTTP client below the SDK that answers what it was told and keeps what it was asked. */
public final class StubAws implements SdkHttpClient {

  private final Queue<ExecutableHttpRequest> answers = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();

  /**
   * A request of the SDK.
   *
   * @param http its method, URI and headers
   * @param body its body; empty for none
   */
  public record Request(SdkHttpRequest http, String body) {
    /** The operation of a DynamoDB request, such as {@code BatchGetItem}. */
    public String operation() {
      String target = http.firstMatchingHeader("X-Amz-Target").orElse("");
      return target.substring(target.indexOf('.') + 1);
    }
  }

  /** Answers the next request so; the last answer goes for all that follow. */
  public StubAws answer(int status, String body) {
    return next(() -> response(status, body));
  }

  /** Breaks the connection of the next request. */
  public StubAws fail(IOException reason) {
    return next(() -> {
      throw reason;
    });
  }

  /** Does not answer the next request until its caller gives up. */
  public StubAws hang() {
    return next(StubAws::waitToBeInterrupted);
  }

  /** What was asked, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private interface Call {
    HttpExecuteResponse make() throws IOException;
  }

  private StubAws next(Call call) {
    answers.add(
        new ExecutableHttpRequest() {
          @Override
          public HttpExecuteResponse call() throws IOException {
            return call.make();
          }

          @Override
          public void abort() {
            // Whoever waits is interrupted.
          }
        });
    return this;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    requests.add(new Request(request.httpRequest(), body(request)));
    ExecutableHttpRequest answer = answers.size() > 1 ? answers.remove() : answers.peek();
    if (answer == null) {
      throw new IllegalStateException("no answer was given");
    }
    return answer;
  }

  private static String body(HttpExecuteRequest request) {
    return request
        .contentStreamProvider()
        .map(provider -> {
          try (InputStream in = provider.newStream()) {
            return new String(in.readAllBytes(), UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .orElse("");
  }

  private static HttpExecuteResponse response(int status, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Length", Integer.toString(bytes.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  private static HttpExecuteResponse waitToBeInterrupted() throws IOException {
    try {
      if (!new CountDownLatch(1).await(30, TimeUnit.SECONDS)) {
        throw new IOException("nobody gave up");
      }
      throw new IllegalStateException("nobody counts down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
