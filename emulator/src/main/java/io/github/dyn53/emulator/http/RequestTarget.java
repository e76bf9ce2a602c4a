package io.github.dyn53.emulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The path and the query of a request as the client sent them.
 *
 * @param path as sent, {@code //nic/update} or {@code /a%2fb} included
 * @param query as sent, without the question mark; empty if there is none
 */
record RequestTarget(String path, String query) {

  /**
   * The path as HTTP APIs hand it on: percent-decoded, and cut at a decoded question mark.
   *
   * @see <a href="https://github.com/hotsock/voker/pull/8">captures from a live API Gateway</a>
   */
  String rawPath() {
    String decoded = PercentDecoding.path(path);
    int questionMark = decoded.indexOf('?');
    return questionMark < 0 ? decoded : decoded.substring(0, questionMark);
  }

  /** The query decoded, in the order sent; the values of a repeated name are joined by commas. */
  Map<String, String> queryParameters() {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(
            PercentDecoding.query(name),
            PercentDecoding.query(value),
            (earlier, later) -> earlier + "," + later);
      }
    }
    return parameters;
  }
}
