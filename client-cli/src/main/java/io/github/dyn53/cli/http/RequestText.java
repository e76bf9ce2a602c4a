package io.github.dyn53.cli.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request as it goes over the wire (RFC 9112 section 3). */
final class RequestText {

  private RequestText() {}

  static byte[] of(HttpRequest request, Origin origin) {
    var head = new StringBuilder(512);
    head.append(request.method()).append(' ').append(target(request.url()));
    head.append(" HTTP/1.1\r\nHost: ").append(origin.authority());
    head.append("\r\nConnection: keep-alive\r\n");
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      head.append(oneLine(header.getKey())).append(": ").append(oneLine(header.getValue()));
      head.append("\r\n");
    }
    byte[] body = request.body().orElse("").getBytes(StandardCharsets.UTF_8);
    if (request.body().isPresent() || request.method().equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return joined(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), body);
  }

  private static String target(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** The value stays out of the message: it may be a secret. */
  private static String oneLine(String text) {
    if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a header must be one line");
    }
    return text;
  }

  private static byte[] joined(byte[] head, byte[] body) {
    var all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
