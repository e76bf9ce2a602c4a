package io.github.dyn53.bench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends updates as routers do. */
final class Door implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI http;
  private final Figures figures;
  private final Answers answers;

  Door(URI http, Figures figures, Answers answers) {
    this.http = http;
    this.figures = figures;
    this.answers = answers;
  }

  /** Sends one update and has its answer looked for in DNS. */
  void send(Update update) {
    URI uri =
        http.resolve(
            "/nic/update?hostname=%s&myip=%s".formatted(update.hostname(), update.address()));
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + HostFiles.SECRET.value())
            .timeout(Duration.ofSeconds(30))
            .build();
    long start = System.nanoTime();
    try {
      String reply = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      figures.replied(Duration.ofNanos(System.nanoTime() - start), reply);
      if (reply.startsWith("good")) {
        answers.expect(update);
      }
    } catch (IOException e) {
      figures.replied(Duration.ofNanos(System.nanoTime() - start), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
