package io.github.dyn53.cli.update;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The header that says when to come back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110 section 10.2.3</a>
 */
final class RetryAfter {

  static final Duration LONGEST = Duration.ofHours(24);

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** Reads seconds or an HTTP date; a day at most, nothing for what is neither or is past. */
  static Optional<Duration> parse(String text, Instant now) {
    Optional<Duration> time = isNumber(text) ? seconds(text) : until(text, now);
    if (time.isEmpty() || time.get().isNegative()) {
      return Optional.empty();
    }
    return time.get().compareTo(LONGEST) > 0 ? Optional.of(LONGEST) : time;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static Optional<Duration> seconds(String text) {
    return Optional.of(
        text.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
