package io.github.dyn53.emulator.http;

import io.github.dyn53.emulator.http.GatewayRequest.Peer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** The headers of an event: what API Gateway keeps, joins and adds. */
final class EventHeaders {

  /** Meant for the connection (RFC 9110 section 7.6.1), or carried in another place (cookies). */
  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "cookie",
          "expect",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private EventHeaders() {}

  /** Lower-case names, duplicates joined by commas, the source address appended to the chain. */
  static Map<String, String> of(HttpFields sent, Peer peer, int bodyLength) {
    var headers = new TreeMap<String, String>();
    for (HttpField field : sent) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      if (!DROPPED.contains(name)) {
        headers.merge(name, value(field), (earlier, later) -> earlier + "," + later);
      }
    }
    headers.put("content-length", Integer.toString(bodyLength));
    headers.merge("x-forwarded-for", peer.sourceIp(), (earlier, later) -> earlier + ", " + later);
    headers.put("x-forwarded-port", Integer.toString(peer.port()));
    headers.put("x-forwarded-proto", peer.scheme());
    return headers;
  }

  private static String value(HttpField field) {
    String value = field.getValue();
    return value == null ? "" : value;
  }
}
