package io.github.dyn53.emulator.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.lambda.Invocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final RuntimeEvent EVENT =
      new RuntimeEvent("1", "the ARN", Duration.ofSeconds(10), "{\"an\":\"event\"}");

  private final AtomicInteger restores = new AtomicInteger();

  @AutoClose private final RuntimeApi api = new RuntimeApi(restores::incrementAndGet);
  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void handsOverTheEventAndTakesTheReply() throws Exception {
    CompletableFuture<HttpResponse<String>> next = next();
    Delivery delivery = api.deliver(EVENT);

    assertThat(next.join().body()).isEqualTo("{\"an\":\"event\"}");
    assertThat(delivery.isTaken()).isTrue();
    assertThat(post("invocation/1/response", "the reply")).isEqualTo(202);
    assertThat(delivery.awaitReply(PATIENCE).invocation())
        .isEqualTo(new Invocation.Returned("the reply"));
  }

  @Test
  void tellsWhatTheRuntimeClientNeedsToKnow() {
    Instant before = Instant.now();
    CompletableFuture<HttpResponse<String>> next = next();
    api.deliver(EVENT);

    var headers = next.join().headers();

    assertThat(headers.firstValue("Lambda-Runtime-Aws-Request-Id")).hasValue("1");
    assertThat(headers.firstValue("Lambda-Runtime-Invoked-Function-Arn")).hasValue("the ARN");
    assertThat(headers.firstValue("Content-Type")).hasValue("application/json");
    long deadline = headers.firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow();
    assertThat(Duration.between(before, Instant.ofEpochMilli(deadline)))
        .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
  }

  @Test
  void passesOnThatTheHandlerFailed() throws Exception {
    Delivery delivery = taken();

    post("invocation/1/error", "{\"errorMessage\":\"broken\",\"errorType\":\"java.lang.Error\"}");

    assertThat(delivery.awaitReply(PATIENCE).invocation())
        .isEqualTo(new Invocation.Failed("java.lang.Error", "broken"));
  }

  @Test
  void passesOnThatTheProcessCannotStart() throws Exception {
    Delivery delivery = api.deliver(EVENT);

    post("init/error", "{\"errorMessage\":\"X is not set\",\"errorType\":\"E\"}");

    assertThat(delivery.awaitReply(PATIENCE).invocation())
        .isEqualTo(new Invocation.Failed("E", "X is not set"));
    assertThat(delivery.isTaken()).isFalse();
  }

  @Test
  void failsEveryEventOnceTheProcessIsGone() throws Exception {
    Delivery had = taken();
    Delivery waiting = api.deliver(EVENT);

    api.fail(requestId -> new Invocation.Failed("gone", requestId));
    Delivery late = api.deliver(EVENT);

    for (Delivery delivery : new Delivery[] {had, waiting, late}) {
      assertThat(delivery.awaitReply(PATIENCE).invocation())
          .isEqualTo(new Invocation.Failed("gone", "1"));
    }
    assertThat(late.isTaken()).isFalse();
  }

  @Test
  void refusesReplyToAnotherEvent() throws Exception {
    Delivery delivery = taken();

    assertThat(post("invocation/2/response", "stray")).isEqualTo(400);

    post("invocation/1/response", "right");
    assertThat(delivery.awaitReply(PATIENCE).invocation())
        .isEqualTo(new Invocation.Returned("right"));
  }

  @Test
  void restoresWhenTheProcessIsReadyForIt() throws Exception {
    var next = HttpRequest.newBuilder(uri("restore/next")).build();

    assertThat(client.send(next, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(restores).hasValue(1);
  }

  private Delivery taken() {
    CompletableFuture<HttpResponse<String>> next = next();
    Delivery delivery = api.deliver(EVENT);
    assertThat(next.join().statusCode()).isEqualTo(200);
    return delivery;
  }

  private CompletableFuture<HttpResponse<String>> next() {
    return client.sendAsync(
        HttpRequest.newBuilder(uri("invocation/next")).build(), BodyHandlers.ofString());
  }

  private int post(String path, String body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
  }
}
