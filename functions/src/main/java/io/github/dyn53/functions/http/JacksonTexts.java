package io.github.dyn53.functions.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dyn53.protocol.JsonTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts with Jackson. */
public final class JacksonTexts implements JsonTexts {

  private final JsonFactory json = new JsonFactory();

  @Override
  public Optional<Map<String, String>> read(String text) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          members.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<List<String>> list(String text, String name) {
    Optional<List<String>> found = Optional.of(List.of());
    if (text.isBlank()) {
      return found;
    }
    try (JsonParser parser = json.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      while (first == JsonToken.START_OBJECT && parser.nextToken() != JsonToken.END_OBJECT) {
        boolean asked = parser.currentName().equals(name);
        parser.nextToken();
        if (!asked) {
          parser.skipChildren();
        } else {
          found = list(parser);
          if (found.isEmpty()) {
            return found;
          }
        }
      }
      return parser.nextToken() == null ? found : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> list(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.of(texts);
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return Optional.empty();
      }
      texts.add(parser.getText());
    }
    return Optional.of(texts);
  }
}
