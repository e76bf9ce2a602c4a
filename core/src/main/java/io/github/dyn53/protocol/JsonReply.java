package io.github.dyn53.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An object of texts and empty lists, as a reply of JSON in one line: acme.sh reads no other form.
 */
final class JsonReply {

  /** As they are written. */
  private final Map<String, String> members = new LinkedHashMap<>();

  /** One more member. */
  JsonReply with(String name, String text) {
    members.put(name, quoted(text));
    return this;
  }

  /** One more member, a list with nothing in it. */
  JsonReply withNone(String name) {
    members.put(name, "[]");
    return this;
  }

  WebReply reply(int status) {
    return WebReply.json(
        status,
        members.entrySet().stream()
            .map(member -> quoted(member.getKey()) + ": " + member.getValue())
            .collect(Collectors.joining(", ", "{", "}")));
  }

  static WebReply error(int status, String message) {
    return new JsonReply().with("error", message).reply(status);
  }

  /** RFC 8259 section 7; what is not ASCII has no place in an ASCII reply and is escaped too. */
  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
