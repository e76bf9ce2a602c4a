package io.github.dyn53.emulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one rule of a {@link FaultFile}; whatever is wrong is told with the name of its field. */
final class FaultRuleReader<E extends Enum<E>> {
  private static final String LATENCY = "latency";
  private static final int LONGEST_LATENCY = 600_000;

  private final String where;
  private final JsonNode rule;
  private final FaultWords<E> words;

  /**
   * @param where the beginning of every message
   */
  FaultRuleReader(String where, JsonNode rule, FaultWords<E> words) {
    this.where = where;
    this.rule = rule;
    this.words = words;
  }

  /**
   * Reads the rule.
   *
   * @throws IllegalArgumentException if it is not one
   */
  FaultRule<E> read() {
    if (!rule.isObject()) {
      throw new IllegalArgumentException(where + ": must be an object");
    }
    rule.fieldNames().forEachRemaining(this::requireKnown);
    return new FaultRule<>(
        text("action").map(this::action),
        words.subject().flatMap(this::text),
        words
            .callers()
            .flatMap(
                callers -> text(FaultWords.FUNCTION).map(function -> caller(callers, function))),
        count("after", 0).orElse(0),
        count("times", 1),
        percent(),
        fault());
  }

  private void requireKnown(String field) {
    if (field.equals(FaultWords.FUNCTION) && words.callers().isEmpty()) {
      throw wrong(field, "tells functions apart that have processes: --functions process");
    }
    if (!words.fields().contains(field)) {
      throw wrong(field, "is unknown; the fields are " + String.join(", ", words.fields()));
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

  private int percent() {
    int percent = count("percent", 1).orElse(100);
    if (percent > 100) {
      throw wrong("percent", "must not be more than 100");
    }
    return percent;
  }

  private String action(String name) {
    if (!words.actions().contains(name)) {
      throw wrong("action", "is not a served action: \"%s\"".formatted(name));
    }
    return name;
  }

  private FaultRule.Caller caller(Callers callers, String function) {
    if (!callers.functions().contains(function)) {
      String known = String.join(", ", callers.functions());
      throw wrong(FaultWords.FUNCTION, "must be one of %s, not \"%s\"".formatted(known, function));
    }
    return new FaultRule.Caller(callers, function);
  }

  private Fault<E> fault() {
    var name = text("fault").orElseThrow(() -> wrong("fault", "is missing"));
    var milliseconds = count("milliseconds", 0);
    if (name.equals(LATENCY)) {
      return new Fault.Latency<>(
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

  private Fault<E> named(String name) {
    Map<String, Fault<E>> faults = words.faults();
    var found = faults.get(name);
    if (found == null && (name.equals(FaultWords.KILL) || name.equals(FaultWords.KILL_AFTER))) {
      throw wrong("fault", "can't kill a function unless it has a process: --functions process");
    }
    if (found == null) {
      var known = String.join(", ", faults.keySet());
      throw wrong("fault", "must be one of %s, %s, not \"%s\"".formatted(LATENCY, known, name));
    }
    return found;
  }

  private IllegalArgumentException wrong(String field, String problem) {
    return new IllegalArgumentException("%s: \"%s\" %s".formatted(where, field, problem));
  }
}
