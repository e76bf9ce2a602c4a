package io.github.dyn53.protocol;

import io.github.dyn53.dns.IpAddress;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as a front door hands it over.
 *
 * @param method in upper case
 * @param path as it was sent, without the query
 * @param query as it was sent, without the question mark; empty for none
 * @param headers by name in lower case
 * @param body decoded text; empty for none
 * @param source the address the connection came from; no header has a say in it
 */
public record WebRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    String body,
    IpAddress source) {

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  /** The value of a header, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The same request for another path. */
  WebRequest at(String otherPath) {
    return new WebRequest(method, otherPath, query, headers, body, source);
  }

  /** Says nothing of what may hold a secret: path, query, headers and body. */
  @Override
  public String toString() {
    return "WebRequest[" + method + " from " + source + "]";
  }
}
