package io.github.dyn53.emulator.route53;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;

/** Turns an HTTP request into the call that it makes. */
final class CallReader {
  private static final String VERSION = "2013-04-01";
  private static final int MAX_BODY = 4 << 20;

  private CallReader() {}

  /**
   * Reads the whole request.
   *
   * @throws Refusal if it is not signed, or not for an action that is served
   */
  static Call read(Request request) {
    SignatureCheck.check(
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse(""));
    var path = path(request);
    var action =
        path.flatMap(segments -> Action.at(request.getMethod(), segments))
            .orElseThrow(CallReader::unknown);
    return new Call(action, action.parametersOf(path.orElseThrow()), query(request), body(request));
  }

  private static Refusal unknown() {
    return new Refusal(
        404, "UnknownOperationException", "No action of this emulated Route 53 is at this path.");
  }

  /**
   * The segments after the version; an id may come with its prefix, whose slashes may be escaped.
   */
  private static Optional<List<String>> path(Request request) {
    var segments = new ArrayList<String>();
    for (var segment : decoded(request).split("/", -1)) {
      if (!segment.isEmpty() && (segments.isEmpty() || !segment.equals(segments.getLast()))) {
        segments.add(segment);
      }
    }
    return segments.isEmpty() || !segments.getFirst().equals(VERSION)
        ? Optional.empty()
        : Optional.of(segments.subList(1, segments.size()));
  }

  private static String decoded(Request request) {
    try {
      return Optional.ofNullable(URIUtil.decodePath(request.getHttpURI().getPath())).orElse("");
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static Map<String, String> query(Request request) {
    var query = new HashMap<String, String>();
    try {
      Request.extractQueryParameters(request)
          .forEach(field -> query.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Refusal.invalidInput("The query cannot be decoded");
    }
    return query;
  }

  private static String body(Request request) {
    try (InputStream in = Request.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        throw Refusal.invalidInput("The body is larger than %d bytes".formatted(MAX_BODY));
      }
      return new String(body, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.invalidInput("The body could not be read");
    }
  }
}
