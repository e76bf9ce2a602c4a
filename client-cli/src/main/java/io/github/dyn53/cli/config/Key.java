package io.github.dyn53.cli.config;

import java.util.Optional;

/** The keys of {@code dyn53.conf}; also flags ({@code --poll}) and variables (DYN53_POLL). */
public enum Key {
  ENDPOINT("endpoint"),
  TOKEN("token"),
  TOKEN_FILE("token-file"),
  CA_FILE("ca-file"),
  IPV4("ipv4"),
  IPV6("ipv6"),
  POLL("poll"),
  ENDPOINT_POLL("endpoint-poll"),
  REFRESH("refresh"),
  CHECK_DNS("check-dns"),
  ON_CHANGE("on-change"),
  ON_TROUBLE("on-trouble"),
  HOOK_TIMEOUT("hook-timeout"),
  WEBHOOK("webhook"),
  STATE("state"),
  HOST("host");

  private final String text;

  Key(String text) {
    this.text = text;
  }

  /** As the file spells it. */
  public String text() {
    return text;
  }

  /** As the command line spells it. */
  public String flag() {
    return "--" + text;
  }

  /** As the environment spells it. */
  public String variable() {
    var name = new StringBuilder("DYN53_");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      name.append(c == '-' ? '_' : Character.toUpperCase(c));
    }
    return name.toString();
  }

  /** Finds a key as the file spells it. */
  public static Optional<Key> of(String text) {
    for (Key key : values()) {
      if (key.text.equals(text)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Whether more than one line may give it. */
  public boolean repeats() {
    return this == ENDPOINT || this == HOST;
  }

  /** Whether its value is a program with arguments, in which quotes hold words together. */
  boolean isProgram() {
    return this == ON_CHANGE || this == ON_TROUBLE;
  }

  /** Whether quotes may stand around the whole of its value. */
  boolean mayBeQuoted() {
    return this == TOKEN || this == TOKEN_FILE || this == CA_FILE || this == STATE;
  }

  /** Whether a host may have its own. */
  boolean isForHost() {
    return this == TOKEN || this == TOKEN_FILE || this == IPV4 || this == IPV6;
  }

  /** The key a misspelt one was probably meant to be. */
  static Optional<Key> nearest(String text) {
    Key best = ENDPOINT;
    int least = Integer.MAX_VALUE;
    for (Key key : values()) {
      int distance = distance(text, key.text);
      if (distance < least) {
        least = distance;
        best = key;
      }
    }
    return least <= Math.max(2, best.text.length() / 3) ? Optional.of(best) : Optional.empty();
  }

  /** How many letters must be added, dropped or changed (Levenshtein). */
  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
