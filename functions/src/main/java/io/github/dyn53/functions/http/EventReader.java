package io.github.dyn53.functions.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.protocol.WebRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one event token by token. Binding it to a class would cost half a second of class loading
 * at a cold start.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 *     format version 2.0</a>
 */
final class EventReader {

  private final JsonParser parser;
  private final Map<String, String> headers = new HashMap<>();
  private String path = "/";
  private String query = "";
  private String method = "";
  private String source = "";
  private String requestId = "";
  private String body = "";
  private boolean base64;

  private EventReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads an event.
   *
   * @throws MalformedEventException when it is not one
   */
  static HttpApiEvent read(JsonFactory json, InputStream in) throws IOException {
    try (JsonParser parser = json.createParser(in)) {
      var reader = new EventReader(parser);
      reader.readFields("");
      return reader.event();
    } catch (JsonProcessingException | CharConversionException e) {
      throw new MalformedEventException("not JSON");
    }
  }

  private HttpApiEvent event() throws MalformedEventException {
    IpAddress address =
        IpAddress.parse(source).orElseThrow(() -> new MalformedEventException("no source address"));
    return new HttpApiEvent(
        requestId, new WebRequest(method, path, query, headers, body(), address));
  }

  private String body() throws MalformedEventException {
    if (!base64) {
      return body;
    }
    try {
      return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedEventException("a body that is not base64");
    }
  }

  /**
   * Reads an object.
   *
   * @param prefix the path to it, each name with a dot behind
   */
  private void readFields(String prefix) throws IOException {
    if (prefix.isEmpty() && parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedEventException("not a JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && isRead(prefix + name)) {
        readFields(prefix + name + ".");
      } else if (value.isStructStart()) {
        parser.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        readField(prefix, name);
      }
    }
  }

  private static boolean isRead(String object) {
    return object.equals("headers")
        || object.equals("requestContext")
        || object.equals("requestContext.http");
  }

  private void readField(String prefix, String name) throws IOException {
    switch (prefix + name) {
      case "rawPath" -> path = parser.getText();
      case "rawQueryString" -> query = parser.getText();
      case "body" -> body = parser.getText();
      case "isBase64Encoded" -> base64 = parser.currentToken() == JsonToken.VALUE_TRUE;
      case "requestContext.requestId" -> requestId = parser.getText();
      case "requestContext.http.method" -> method = parser.getText();
      case "requestContext.http.sourceIp" -> source = parser.getText();
      default -> {
        if (prefix.equals("headers.")) {
          headers.put(name.toLowerCase(Locale.ROOT), parser.getText());
        }
      }
    }
  }
}
