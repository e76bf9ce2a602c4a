package io.github.dyn53.functions.admin.clients;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text for a client, read back as the client or its owner reads it. */
record Text(String whole) {

  /** The one text that the group of this expression stands for. */
  String only(String expression) {
    List<String> found = all(expression);
    if (found.size() != 1) {
      throw new AssertionError("%s is there %d times".formatted(expression, found.size()));
    }
    return found.getFirst();
  }

  List<String> all(String expression) {
    return Pattern.compile(expression, Pattern.MULTILINE)
        .matcher(whole)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** What a form's field gets. */
  String field(String label) {
    return only("^ *%s: +(.+)$".formatted(Pattern.quote(label)));
  }

  /** What an option of OpenWrt's configuration is set to. */
  String option(String name) {
    return only("^  option %s '([^']*)'$".formatted(name));
  }

  /** What a shell variable is set to. */
  String variable(String name) {
    return only("(?:^|export )%s='([^']*)'".formatted(name));
  }

  /** Lines {@code key=value}, several in a line with commas between, as ddclient has them. */
  Map<String, String> settings() {
    return whole
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains("="))
        .flatMap(line -> Pattern.compile(", +").splitAsStream(line))
        .map(setting -> setting.split(" ?= ?", 2))
        .collect(toMap(pair -> pair[0].strip(), pair -> pair[1].replace("'", "")));
  }

  /** The value of a line {@code key = value}, with or without quotation marks. */
  String value(String key) {
    return only("^ *%s += +\"?([^\"\n]+)\"?$".formatted(key));
  }

  /** The last line. */
  String last() {
    return Optional.of(whole.strip().lines().toList()).map(List::getLast).orElseThrow();
  }
}
