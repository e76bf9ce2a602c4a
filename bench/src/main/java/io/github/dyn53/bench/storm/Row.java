package io.github.dyn53.bench.storm;

import java.time.Duration;
import java.util.Locale;

/**
 * A line of the table.
 *
 * @param storm which storm
 * @param figure what is measured
 * @param target what it must be; empty where nothing is asked
 * @param dyn53 what it is
 * @param oneByOne what it is with one call for each change; empty where that was not simulated
 * @param isMet whether the target is met
 */
record Row(
    String storm, String figure, String target, String dyn53, String oneByOne, boolean isMet) {

  private static final double MILLISECONDS = 1_000.0;

  /** From so many seconds on, minutes say it better. */
  private static final double LONG = 600;

  /** A time that may be so long at the most. */
  static Row of(String storm, String figure, Duration most, Duration value, String oneByOne) {
    boolean isMet = value.compareTo(most) <= 0;
    return new Row(storm, figure, "<= " + text(most), text(value), oneByOne, isMet);
  }

  /** A number that may be so large at the most. */
  static Row of(String storm, String figure, double most, double value, String oneByOne) {
    String target = (most == 0 ? "" : "<= ") + number(most);
    return new Row(storm, figure, target, number(value), oneByOne, value <= most);
  }

  /** Something of which nothing is asked. */
  static Row of(String storm, String figure, String value, String oneByOne) {
    return new Row(storm, figure, "", value, oneByOne, true);
  }

  /** In the unit that a reader can take in. */
  static String text(Duration duration) {
    double seconds = duration.toMillis() / MILLISECONDS;
    if (seconds < 1) {
      return duration.toMillis() + " ms";
    }
    return seconds < LONG
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  static String number(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, "%.2f", number);
  }

  /** The line in Markdown. */
  String markdown() {
    String verdict = target.isEmpty() ? "" : isMet ? "met" : "**missed**";
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(storm, figure, target, dyn53, oneByOne, verdict);
  }
}
