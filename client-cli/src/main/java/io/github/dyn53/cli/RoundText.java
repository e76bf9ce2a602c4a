package io.github.dyn53.cli;

import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.update.HostReport;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.cli.update.Round;
import java.io.PrintStream;

/** Prints what a look came to: a line for each host, what is wrong to standard error. */
record RoundText(PrintStream out, PrintStream err, Options options) {

  void print(Round round) {
    if (options.has(Switch.JSON)) {
      new Json(out).round(round);
      return;
    }
    for (HostReport report : round.reports()) {
      boolean good = report.result() == Result.UPDATED || report.result() == Result.UNCHANGED;
      if (!good) {
        err.println(report.host() + ": " + report.text());
      } else if (!options.has(Switch.QUIET)) {
        out.println(report.host() + ": " + report.text());
      }
    }
  }
}
