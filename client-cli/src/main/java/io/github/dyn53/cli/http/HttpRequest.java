package io.github.dyn53.cli.http;

import io.github.dyn53.dns.Family;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method {@code GET} or {@code POST}
 * @param url {@code http} or {@code https}; what follows the server may hold secrets and is never
 *     printed
 * @param headers besides {@code Host}, {@code Connection} and {@code Content-Length}
 * @param body UTF-8 text
 * @param family the only family the connection may use; either where absent
 * @param timeout for the whole exchange, look-up of the name included
 */
public record HttpRequest(
    String method,
    URI url,
    Map<String, String> headers,
    Optional<String> body,
    Optional<Family> family,
    Duration timeout) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return "%s %s://%s".formatted(method, url.getScheme(), url.getHost());
  }
}
