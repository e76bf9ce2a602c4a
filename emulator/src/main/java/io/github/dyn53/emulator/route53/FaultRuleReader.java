package io.github.dyn53.emulator.route53;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dyn53.emulator.route53.Fault.Cut;
import io.github.dyn53.emulator.route53.Fault.ErrorAnswer;
import io.github.dyn53.emulator.route53.Fault.Latency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one rule of a {@link FaultFile}; whatever is wrong is told with the name of its field. */
final class FaultRuleReader {
  private static final List<String> FIELDS =
      List.of("action", "zone", "after", "times", "fault", "milliseconds");
  private static final String LATENCY = "latency";
  private static final Map<String, Fault> FIXED = fixed();
  private static final int LONGEST_LATENCY = 600_000;

  private final String where;
  private final JsonNode rule;

  /**
   * @param where the beginning of every message
   */
  FaultRuleReader(String where, JsonNode rule) {
    this.where = where;
    this.rule = rule;
  }

  /**
   * Reads the rule.
   *
   * @throws IllegalArgumentException if it is not one
   */
  FaultRule read() {
    if (!rule.isObject()) {
      throw new IllegalArgumentException(where + ": must be an object");
    }
    rule.fieldNames().forEachRemaining(this::requireKnown);
    return new FaultRule(
        text("action").map(this::action),
        text("zone"),
        count("after", 0).orElse(0),
        count("times", 1),
        fault());
  }

  private void requireKnown(String field) {
    if (!FIELDS.contains(field)) {
      throw wrong(field, "is unknown; the fields are " + String.join(", ", FIELDS));
    }
  }

  private Optional<String> text(String field) {
    var value = rule.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(field, "must be a text, not " + value);
    }
    return Optional.of(value.asText());
  }

  private OptionalInt count(String field, int least) {
    var value = rule.path(field);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.asInt() < least) {
      throw wrong(field, "must be a whole number from %d on, not %s".formatted(least, value));
    }
    return OptionalInt.of(value.asInt());
  }

  private Action action(String name) {
    return Action.named(name)
        .orElseThrow(() -> wrong("action", "is not a served action: \"%s\"".formatted(name)));
  }

  private Fault fault() {
    var name = text("fault").orElseThrow(() -> wrong("fault", "is missing"));
    var milliseconds = count("milliseconds", 0);
    if (name.equals(LATENCY)) {
      return new Latency(
          Duration.ofMillis(
              bounded(milliseconds.orElseThrow(() -> wrong("milliseconds", "is missing")))));
    }
    if (milliseconds.isPresent()) {
      throw wrong("milliseconds", "is only for the fault " + LATENCY);
    }
    return named(name);
  }

  private int bounded(int milliseconds) {
    if (milliseconds > LONGEST_LATENCY) {
      throw wrong("milliseconds", "must not be more than " + LONGEST_LATENCY);
    }
    return milliseconds;
  }

  private Fault named(String name) {
    var found = FIXED.get(name);
    if (found == null) {
      var words = String.join(", ", FIXED.keySet());
      throw wrong("fault", "must be one of %s, %s, not \"%s\"".formatted(LATENCY, words, name));
    }
    return found;
  }

  private static Map<String, Fault> fixed() {
    var fixed = new LinkedHashMap<String, Fault>();
    for (var error : ErrorAnswer.values()) {
      fixed.put(word(error), error);
    }
    for (var cut : Cut.values()) {
      fixed.put(word(cut), cut);
    }
    return fixed;
  }

  private static String word(Enum<?> fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private IllegalArgumentException wrong(String field, String problem) {
    return new IllegalArgumentException("%s: \"%s\" %s".formatted(where, field, problem));
  }
}
