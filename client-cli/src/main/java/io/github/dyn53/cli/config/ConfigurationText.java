package io.github.dyn53.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a configuration file, taken apart into lines but not yet understood.
 *
 * @param settings in the order of the file
 * @param mistakes lines that are none
 */
record ConfigurationText(List<Setting> settings, List<String> mistakes) {

  static final ConfigurationText EMPTY = new ConfigurationText(List.of(), List.of());

  /** Whether a line gives this key. */
  boolean holds(Key key) {
    for (Setting setting : settings) {
      if (setting.key() == key) {
        return true;
      }
    }
    return false;
  }

  static ConfigurationText parse(String text) {
    var settings = new ArrayList<Setting>();
    var mistakes = new ArrayList<String>();
    int number = 0;
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String line = withoutComment(text.substring(from, end)).strip();
      from = end + 1;
      number++;
      if (!line.isEmpty()) {
        read(line, "line " + number + ": ", settings, mistakes);
      }
    }
    return new ConfigurationText(settings, mistakes);
  }

  /**
   * A comment begins where a line or a word does, so that {@code a#b} stays whole, but not between
   * quotes. Where a quote is never closed it begins at once, so that the mistake is told of.
   */
  private static String withoutComment(String line) {
    String first = line;
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
        String before = line.substring(0, at);
        if (!isOpen(before)) {
          return before;
        }
        first = first.length() < line.length() ? first : before;
      }
    }
    return isOpen(line) ? first : line;
  }

  private static boolean isOpen(String line) {
    int equals = line.indexOf('=');
    Optional<Key> key = equals < 0 ? Optional.empty() : Key.of(line.substring(0, equals).strip());
    return key.isPresent()
        && new Setting("", key.get(), line.substring(equals + 1).strip()).openQuote() != 0;
  }

  private static void read(
      String line, String where, List<Setting> settings, List<String> mistakes) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      // The line is not quoted: what somebody pasted here may be a token.
      mistakes.add(where + "not of the form \"key = value\"");
      return;
    }
    String name = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    Optional<Key> key = Key.of(name);
    if (key.isEmpty()) {
      mistakes.add(where + unknown(name));
    } else if (value.isEmpty()) {
      mistakes.add(where + name + ": has no value");
    } else {
      settings.add(new Setting(where + name, key.get(), value));
    }
  }

  private static String unknown(String name) {
    Optional<Key> nearest = Key.nearest(name);
    String hint = nearest.isPresent() ? "; did you mean " + nearest.get().text() + "?" : "";
    return name + ": there is no such key" + hint;
  }
}
