package io.github.dyn53.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

  private final AtomicInteger restores = new AtomicInteger();

  @AutoClose private final RuntimeApi api = new RuntimeApi(restores::incrementAndGet);
  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void handsOverTheEventAndTakesTheReply() throws Exception {
    CompletableFuture<String> event = process("invocation/bench/response", "the reply");

    assertThat(api.invoke("the event").text()).isEqualTo("the reply");
    assertThat(event.join()).isEqualTo("the event");
  }

  @Test
  void passesOnThatTheHandlerFailed() {
    CompletableFuture<String> event =
        process("invocation/bench/error", "{\"errorMessage\":\"broken\"}");

    assertThatIOException()
        .isThrownBy(() -> api.invoke("the event"))
        .withMessageContaining("broken");
    assertThat(event.join()).isEqualTo("the event");
  }

  @Test
  void restoresWhenTheProcessIsReadyForIt() throws Exception {
    var next = HttpRequest.newBuilder(uri("restore/next")).build();

    assertThat(client.send(next, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(restores).hasValue(1);
  }

  /** What a runtime client does with one event. */
  private CompletableFuture<String> process(String answerTo, String answer) {
    var next = HttpRequest.newBuilder(uri("invocation/next")).build();
    var post =
        HttpRequest.newBuilder(uri(answerTo))
            .POST(HttpRequest.BodyPublishers.ofString(answer))
            .build();
    return client
        .sendAsync(next, HttpResponse.BodyHandlers.ofString())
        .thenCompose(event ->
            client
                .sendAsync(post, HttpResponse.BodyHandlers.ofString())
                .thenApply(accepted -> event.body()));
  }

  private URI uri(String path) {
    return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
  }
}
