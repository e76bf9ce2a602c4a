package io.github.dyn53.emulator.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A client of the dyndns2 protocol. */
public final class HttpUpdates {

  /** When the most impatient clients give up. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;
  private final Duration patience;

  public HttpUpdates(URI endpoint) {
    this(endpoint, PATIENCE);
  }

  /** A client that waits longer, or not as long. */
  public HttpUpdates(URI endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patience = patience;
  }

  /** A GET of {@code /nic/update} with Basic credentials. */
  public Reply get(String secret, String query) {
    return send(update(secret, query).GET());
  }

  /** A POST of a form, with Basic credentials. */
  public Reply post(String secret, String form) {
    return send(
        update(secret, "")
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder update(String secret, String query) {
    byte[] credentials = ("home:" + secret).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(endpoint.resolve("/nic/update?" + query))
        .timeout(patience)
        .header("authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
