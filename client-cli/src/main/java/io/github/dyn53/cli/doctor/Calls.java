package io.github.dyn53.cli.doctor;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.dns.Family;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The requests the doctor makes, none of which changes anything. */
public record Calls(HttpClient http, String userAgent) {

  static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The page with the caller's address, which needs no token. */
  HttpReply checkip(URI endpoint) {
    return get(endpoint, "/checkip", Map.of(), Optional.empty());
  }

  /** Asks that the hosts keep what they have: the answer tells whether the token may change it. */
  HttpReply keep(URI endpoint, Secret token, String hostnames) {
    String path = "/nic/update?hostname=" + hostnames + "&myipv4=preserve&myipv6=preserve";
    return get(endpoint, path, bearer(token), Optional.empty());
  }

  /** Has a TCP port of this connection's IPv4 address tried from outside. */
  HttpReply probe(URI endpoint, Secret token, int port) {
    return get(endpoint, "/api/probe?port=" + port, bearer(token), Optional.of(Family.IPV4));
  }

  private HttpReply get(
      URI endpoint, String path, Map<String, String> headers, Optional<Family> family) {
    var all = new java.util.HashMap<>(headers);
    all.put("User-Agent", userAgent);
    return http.exchange(
        new HttpRequest(
            "GET", URI.create(endpoint + path), all, Optional.empty(), family, TIMEOUT));
  }

  private static Map<String, String> bearer(Secret token) {
    return Map.of("Authorization", "Bearer " + token.value());
  }
}
