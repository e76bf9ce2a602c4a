package io.github.dyn53.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One key with its value as it was written.
 *
 * @param where for people, such as {@code line 3: poll}, {@code DYN53_POLL} or {@code --poll}
 */
public record Setting(String where, Key key, String value) {

  /** A value given on the command line. */
  public static Setting flag(Key key, String value) {
    return new Setting(key.flag(), key, value);
  }

  /** What the environment sets; several endpoints or hosts are parted by spaces or commas. */
  public static List<Setting> environment(Map<String, String> variables) {
    var settings = new ArrayList<Setting>();
    for (Key key : Key.values()) {
      String value = variables.get(key.variable());
      if (value != null && !value.isBlank()) {
        for (String part : key.repeats() ? Words.split(value.replace(',', ' ')) : List.of(value)) {
          settings.add(new Setting(key.variable(), key, part.strip()));
        }
      }
    }
    return settings;
  }

  /**
   * The quote that the value opens and does not close; zero where there is none, or where quotes
   * are letters as all others.
   */
  char openQuote() {
    if (key.isProgram()) {
      return Words.open(value);
    }
    char first = key.mayBeQuoted() && !value.isEmpty() ? value.charAt(0) : 0;
    boolean open = (first == '\'' || first == '"') && value.indexOf(first, 1) < 0;
    return open ? first : 0;
  }

  /** Names no value: it may be a token. */
  @Override
  public String toString() {
    return "Setting[" + where + "]";
  }
}
