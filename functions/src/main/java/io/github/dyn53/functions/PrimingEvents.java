package io.github.dyn53.functions;

import io.github.dyn53.access.Secret;
import java.util.List;

/** Synthetic events, one for each way through the handler. */
final class PrimingEvents {

  /** The name of the host that {@link CannedAws} knows; {@code .invalid} is nobody's (RFC 2606). */
  static final String HOSTNAME = "priming.invalid";

  /** The address that the host has there already; none that could be routed to is meant. */
  static final String ADDRESS = "192.0.2.1";

  /** Known to {@link CannedAws} and to nobody else: the real table answers that there is none. */
  static final Secret SECRET = new Secret("primingprimingprimingprimingprim");

  /** A secret that is well formed and that no table holds. */
  static final String STRANGER =
      event("/nic/update", "hostname=" + HOSTNAME + "&token=" + "a".repeat(32));

  /** Unchanged, changed, a stranger, malformed credentials and names, and the address page. */
  static final List<String> ALL =
      List.of(
          event("/nic/update", "hostname=" + HOSTNAME + "&myip=" + ADDRESS),
          event("/nic/update", "hostname=" + HOSTNAME + "&myip=192.0.2.2,2001:db8::2"),
          event("//u/" + SECRET.value() + "/nic/update", "hostname=*"),
          event("/nic/update", "hostname=" + HOSTNAME + "&password=wrong"),
          event("/checkip", ""));

  private PrimingEvents() {}

  private static String event(String path, String query) {
    return """
    {"version":"2.0","routeKey":"$default","rawPath":"%s","rawQueryString":"%s",
    "headers":{"authorization":"Bearer %s","user-agent":"priming"},
    "requestContext":{"http":{"method":"GET","path":"/","protocol":"HTTP/1.1",
    "sourceIp":"192.0.2.1","userAgent":"priming"},"requestId":"priming"},
    "isBase64Encoded":false}
    """
        .formatted(path, query, SECRET.value());
  }
}
