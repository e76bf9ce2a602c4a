package io.github.dyn53.cli;

import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.log.LogLines.Loudness;
import io.github.dyn53.cli.update.Event;
import java.io.PrintStream;
import java.time.InstantSource;

/** Writes each line of the log as a JSON object of its own, for programs that follow a watch. */
record JsonLog(PrintStream out, Loudness loudness, InstantSource clock) implements Log {

  @Override
  public void tell(String line) {
    if (loudness != Loudness.QUIET) {
      new Json(out).logged(clock.instant(), "info", line);
    }
  }

  @Override
  public void warn(String line) {
    new Json(out).logged(clock.instant(), "warning", line);
  }

  @Override
  public void trace(String line) {
    if (loudness == Loudness.VERBOSE) {
      new Json(out).logged(clock.instant(), "trace", line);
    }
  }

  /** An event as a webhook gets it, with what every line has; those of what is wrong always. */
  void happened(Event event) {
    if (loudness != Loudness.QUIET || event.kind() != Event.Kind.CHANGED) {
      new Json(out).event(clock.instant(), event);
    }
  }
}
