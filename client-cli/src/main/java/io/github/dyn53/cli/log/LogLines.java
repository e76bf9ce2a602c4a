package io.github.dyn53.cli.log;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes log lines, with the local time before them where nobody else writes one.
 *
 * @param times the clock to show; absent under systemd, whose journal knows the time
 */
public record LogLines(PrintStream out, Loudness loudness, Optional<InstantSource> times)
    implements Log {

  /** How much is said. */
  public enum Loudness {
    QUIET,
    NORMAL,
    VERBOSE
  }

  @Override
  public void tell(String line) {
    if (loudness != Loudness.QUIET) {
      write(line);
    }
  }

  @Override
  public void warn(String line) {
    write(line);
  }

  @Override
  public void trace(String line) {
    if (loudness == Loudness.VERBOSE) {
      write(line);
    }
  }

  private void write(String line) {
    out.println(times.isPresent() ? time(times.get()) + " " + line : line);
  }

  private static String time(InstantSource clock) {
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault())
            .truncatedTo(ChronoUnit.SECONDS);
    // A time prints no seconds where there are none.
    return now.toLocalDate() + " " + now.toLocalTime() + (now.getSecond() == 0 ? ":00" : "");
  }
}
