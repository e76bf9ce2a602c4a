package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A pattern of {@code FilterCriteria}: an object with the structure of the event, and for each leaf
 * a list of what it may be: a text, a number, {@code true}, {@code false}, {@code null}, {@code
 * {"exists": true}}, {@code {"exists": false}} or {@code {"prefix": "text"}}. What a pattern does
 * not name does not matter; a path that the event lacks is a leaf that does not exist.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Filtering</a>
 */
final class FilterPattern {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode pattern;

  private FilterPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is none, or one with rules that are not known here
   */
  static FilterPattern parse(String text) {
    try {
      JsonNode pattern = JSON.readTree(text);
      check(pattern);
      return new FilterPattern(pattern);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a filter pattern: " + text, e);
    }
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static void check(JsonNode pattern) {
    if (!pattern.isObject()) {
      throw new IllegalArgumentException("must be an object: " + pattern);
    }
    for (JsonNode value : pattern) {
      if (value.isArray()) {
        value.forEach(FilterPattern::checkRule);
      } else {
        check(value);
      }
    }
  }

  private static void checkRule(JsonNode rule) {
    boolean known =
        rule.isValueNode()
            || (rule.size() == 1
                && (rule.path("exists").isBoolean() || rule.path("prefix").isTextual()));
    if (!known) {
      throw new IllegalArgumentException("not a rule that is known here: " + rule);
    }
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    return pattern.properties().stream()
        .allMatch(field -> {
          JsonNode value = event.path(field.getKey());
          return field.getValue().isArray()
              ? matchesAny(field.getValue(), value)
              : matches(field.getValue(), value);
        });
  }

  private static boolean matchesAny(JsonNode rules, JsonNode value) {
    for (JsonNode rule : rules) {
      if (matchesRule(rule, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesRule(JsonNode rule, JsonNode value) {
    if (rule.has("exists")) {
      // Only leaves can exist: so says the documentation of event patterns.
      return rule.path("exists").asBoolean() == (value.isValueNode() || value.isArray());
    }
    if (rule.has("prefix")) {
      return value.isTextual() && value.asText().startsWith(rule.path("prefix").asText());
    }
    return rule.equals(value);
  }
}
