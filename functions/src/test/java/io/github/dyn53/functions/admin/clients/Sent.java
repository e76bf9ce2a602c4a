package io.github.dyn53.functions.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A request as a client sends it.
 *
 * @param url whole, as the client has it; routers escape nothing in it
 * @param success the whole reply that the client wants, as a regular expression
 */
record Sent(String method, String url, Map<String, String> headers, String body, String success) {

  static Sent get(String url, String success) {
    return new Sent("GET", url, Map.of(), "", success);
  }

  static Sent post(String url, String body, String success) {
    return new Sent("POST", url, Map.of("content-type", "application/json"), body, success);
  }

  Sent with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Sent(method, url, more, body, success);
  }

  /** RFC 7617. */
  Sent login(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(UTF_8);
    return with("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /**
   * What API Gateway makes of it.
   *
   * @param server the only URL that it answers for
   */
  String event(String server) throws IOException {
    if (!url.startsWith(server + "/")) {
      throw new AssertionError("%s is not at %s".formatted(url, server));
    }
    String target = url.substring(server.length());
    int query = target.indexOf('?');
    return JSON.std.asString(
        Map.of(
            "rawPath",
            query < 0 ? target : target.substring(0, query),
            "rawQueryString",
            query < 0 ? "" : target.substring(query + 1),
            "headers",
            headers,
            "body",
            body,
            "requestContext",
            Map.of("requestId", "R", "http", Map.of("method", method, "sourceIp", "11.22.33.66"))));
  }
}
