package io.github.dyn53.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hosts of a {@code ddclient.conf}, each with all settings that reach it: those of its own
 * line, and those of the lines above that name no host.
 *
 * @param hosts in the order of the file
 */
record DdclientLines(List<Host> hosts) {

  /** A host and its settings. */
  record Host(String name, Map<String, String> settings) {}

  static DdclientLines parse(String text) {
    var hosts = new ArrayList<Host>();
    var common = new LinkedHashMap<String, String>();
    for (String line : text.replace("\r", "").replace("\\\n", " ").split("\n", -1)) {
      var settings = new LinkedHashMap<String, String>();
      var names = new ArrayList<String>();
      for (String word : words(line)) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          settings.put(word.substring(0, equals), word.substring(equals + 1));
        } else {
          names.add(word);
        }
      }
      if (names.isEmpty()) {
        common.putAll(settings);
      }
      for (String name : names) {
        var all = new LinkedHashMap<>(common);
        all.putAll(settings);
        hosts.add(new Host(name, all));
      }
    }
    return new DdclientLines(hosts);
  }

  /** Words are parted by commas and blanks outside of quotes; blanks around "=" don't part. */
  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '#') {
        break;
      } else if (c == ',' || (Character.isWhitespace(c) && !isAroundEquals(line, i))) {
        end(words, word);
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
      }
    }
    end(words, word);
    return words;
  }

  private static boolean isAroundEquals(String line, int at) {
    String before = line.substring(0, at).stripTrailing();
    String after = line.substring(at).stripLeading();
    return before.endsWith("=") || after.startsWith("=");
  }

  private static void end(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Holds passwords. */
  @Override
  public String toString() {
    return "DdclientLines[" + hosts.size() + " hosts]";
  }
}
