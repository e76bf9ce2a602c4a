package io.github.dyn53.cli.config;

import java.time.Duration;
import java.util.Optional;

/** Times as the configuration writes them: a whole number and its unit, such as {@code 24h}. */
public final class Durations {

  private static final long LONGEST_DIGITS = 7;

  private Durations() {}

  /** Reads {@code 60s}, {@code 10m}, {@code 24h} or {@code 7d}. */
  public static Optional<Duration> parse(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > LONGEST_DIGITS) {
      return Optional.empty();
    }
    long number = 0;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      number = number * 10 + c - '0';
    }
    long unit = seconds(text.charAt(digits));
    return unit == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(number * unit));
  }

  private static long seconds(char unit) {
    return switch (unit) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 86_400;
      default -> 0;
    };
  }

  /** Writes a time in its largest two units, such as {@code 1h 5m}. */
  public static String describe(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return pair(seconds / 60, "m", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return pair(seconds / 3600, "h", seconds / 60 % 60, "m");
    }
    return pair(seconds / 86_400, "d", seconds / 3600 % 24, "h");
  }

  private static String pair(long large, String largeUnit, long small, String smallUnit) {
    String text = large + largeUnit;
    return small == 0 ? text : text + " " + small + smallUnit;
  }
}
