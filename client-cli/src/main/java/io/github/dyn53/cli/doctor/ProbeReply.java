package io.github.dyn53.cli.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The reply of {@code /api/probe}.
 *
 * @param fields empty where it is no JSON object
 */
record ProbeReply(Map<String, String> fields) {

  ProbeReply {
    fields = Map.copyOf(fields);
  }

  static ProbeReply parse(String body) {
    var fields = new HashMap<String, String>();
    try (JsonParser json = new JsonFactory().createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          if (json.nextToken().isScalarValue()) {
            fields.put(name, json.getText());
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (IOException e) {
      return new ProbeReply(Map.of());
    }
    return new ProbeReply(fields);
  }

  /** The word of the result, or nothing. */
  String result() {
    return fields.getOrDefault("result", "");
  }

  /** The address that was tried. */
  String address() {
    return fields.getOrDefault("address", "this connection");
  }

  /** What the endpoint said in place of a result, or nothing. */
  String error() {
    return fields.getOrDefault("error", "");
  }
}
