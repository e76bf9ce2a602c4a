package io.github.dyn53.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP reply, whole: the front door adds nothing but {@code Content-Length}.
 *
 * @param status the HTTP status code
 * @param headers by name, {@code Content-Type} among them
 * @param body ASCII text
 */
public record WebReply(int status, Map<String, String> headers, String body) {

  private static final String TYPE = "content-type";

  public WebReply {
    headers = Map.copyOf(headers);
  }

  /** A reply of plain text. No cache may keep it: the next one may differ. */
  static WebReply text(int status, String body) {
    return of(status, "text/plain; charset=us-ascii", body);
  }

  /** A reply of HTML. */
  static WebReply html(int status, String body) {
    return of(status, "text/html; charset=us-ascii", body);
  }

  /** A reply of JSON. */
  static WebReply json(int status, String body) {
    return of(status, "application/json", body);
  }

  private static WebReply of(int status, String type, String body) {
    return new WebReply(status, Map.of(TYPE, type, "cache-control", "no-store"), body);
  }

  /** The same with one more header. */
  WebReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebReply(status, more, body);
  }
}
