package io.github.dyn53.functions.admin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a command. Each error names its field; one that nobody asked for is an error too.
 */
final class Fields {

  private final Map<String, Object> values;
  private final Set<String> known = new HashSet<>();

  Fields(Map<String, Object> values) {
    this.values = values;
  }

  /** A text that must be there. */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> new InvalidCommandException(name, "is missing"));
  }

  Optional<String> optionalText(String name) {
    return optional(name, String.class, "must be a text").filter(text -> !text.isBlank());
  }

  Optional<Boolean> optionalFlag(String name) {
    return optional(name, Boolean.class, "must be true or false");
  }

  /** A whole number from {@code least} to {@code most}. */
  Optional<Integer> optionalInteger(String name, int least, int most) {
    String rule = "must be a whole number from %d to %d".formatted(least, most);
    Optional<Number> number = optional(name, Number.class, rule);
    if (number.filter(n -> !isWithin(n, least, most)).isPresent()) {
      throw new InvalidCommandException(name, rule);
    }
    return number.map(Number::intValue);
  }

  private static boolean isWithin(Number number, int least, int most) {
    return (number instanceof Integer || number instanceof Long)
        && number.longValue() >= least
        && number.longValue() <= most;
  }

  /** One of the constants of an enum, in lower case. */
  <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
    return optionalText(name).map(text -> choice(name, text, type));
  }

  private static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    return constants.stream()
        .filter(constant -> lowerCase(constant).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new InvalidCommandException(
                name,
                "must be one of %s, not \"%s\""
                    .formatted(constants.stream().map(Fields::lowerCase).toList(), text)));
  }

  /** How a constant is written in commands and answers. */
  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A list of texts, each read by a function that returns nothing for text it can't read.
   *
   * @param rule what each text must be
   */
  <T> Optional<List<T>> optionalList(
      String name, Function<String, Optional<T>> reader, String rule) {
    return optional(name, List.class, "must be a list").map(list -> read(name, list, reader, rule));
  }

  private static <T> List<T> read(
      String name, List<?> list, Function<String, Optional<T>> reader, String rule) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> read("%s[%d]".formatted(name, i), list.get(i), reader, rule))
        .toList();
  }

  private static <T> T read(
      String name, @Nullable Object value, Function<String, Optional<T>> reader, String rule) {
    return Optional.ofNullable(value)
        .filter(String.class::isInstance)
        .flatMap(text -> reader.apply((String) text))
        .orElseThrow(
            () -> new InvalidCommandException(name, rule + ", not \"%s\"".formatted(value)));
  }

  private <T> Optional<T> optional(String name, Class<T> type, String rule) {
    known.add(name);
    Object value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw new InvalidCommandException(name, rule);
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  /** Nothing else may be there: a misspelt field must not pass for one that was left out. */
  void refuseOthers(String... alsoKnown) {
    Set<String> others = new TreeSet<>(values.keySet());
    others.removeAll(known);
    Arrays.asList(alsoKnown).forEach(others::remove);
    if (!others.isEmpty()) {
      throw new InvalidCommandException(
          others.iterator().next(),
          "is not a field of this command; it has " + new TreeSet<>(known));
    }
  }
}
