package io.github.dyn53.emulator.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The event that a function gets for a request: HTTP API, payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">its
 *     fields</a>
 */
final class GatewayEvent {

  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Any other body is handed on as base64, a form included. */
  private static final Pattern TEXT =
      Pattern.compile("(?i)\\s*(text/.*|application/(json|xml|javascript|.*\\+(json|xml)))\\s*");

  private GatewayEvent() {}

  /** The event as the bytes that Lambda would pass to the handler. */
  static byte[] of(GatewayRequest request, byte[] body) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", request.target().rawPath());
    event.put("rawQueryString", request.target().query());
    for (String line : request.headers().getValuesList(HttpHeader.COOKIE)) {
      Stream.of(line.split(";")).map(String::strip).forEach(event.withArray("cookies")::add);
    }
    event.set("headers", object(EventHeaders.of(request.headers(), request.peer(), body.length)));
    Map<String, String> parameters = request.target().queryParameters();
    if (!parameters.isEmpty()) {
      event.set("queryStringParameters", object(parameters));
    }
    event.set("requestContext", context(request));
    putBody(event, request, body);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode context(GatewayRequest request) {
    String host = Objects.requireNonNullElse(request.headers().get(HttpHeader.HOST), "localhost");
    String domain = host.replaceFirst(":\\d+$", "");
    ObjectNode context =
        JSON.createObjectNode()
            .put("accountId", "000000000000")
            .put("apiId", "emulator")
            .put("domainName", domain)
            .put("domainPrefix", domain.replaceFirst("\\..*", ""))
            .put("requestId", request.requestId())
            .put("routeKey", "$default")
            .put("stage", "$default")
            .put("time", TIME.format(request.received()))
            .put("timeEpoch", request.received().toEpochMilli());
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.target().rawPath())
        .put("protocol", request.protocol())
        .put("sourceIp", request.peer().sourceIp())
        .put("userAgent", header(request, HttpHeader.USER_AGENT));
    return context;
  }

  private static void putBody(ObjectNode event, GatewayRequest request, byte[] body) {
    String type = header(request, HttpHeader.CONTENT_TYPE).replaceFirst(";.*", "");
    boolean text = body.length == 0 || TEXT.matcher(type).matches();
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", !text);
  }

  private static String header(GatewayRequest request, HttpHeader name) {
    return Objects.requireNonNullElse(request.headers().get(name), "");
  }

  private static ObjectNode object(Map<String, String> entries) {
    ObjectNode object = JSON.createObjectNode();
    entries.forEach(object::put);
    return object;
  }
}
