package io.github.dyn53.cli.http;

import java.util.Map;
import java.util.Optional;

/**
 * The reply, read whole.
 *
 * @param headers by their names in lower case; the first of each
 * @param body decoded as UTF-8, at most 64 KiB
 */
public record HttpReply(int status, Map<String, String> headers, String body) {

  public HttpReply {
    headers = Map.copyOf(headers);
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
