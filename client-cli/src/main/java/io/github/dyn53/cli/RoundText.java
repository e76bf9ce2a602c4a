package io.github.dyn53.cli;

import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.update.HostReport;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.cli.update.Round;
import java.io.PrintStream;

/**
 * Prints what a look came to: a line for each host, what is wrong to standard error. Cron mails
 * what is printed, so that quiet means once a day for what does not mend itself.
 */
record RoundText(PrintStream out, PrintStream err, Options options) {

  void print(Round round) {
    if (options.has(Switch.JSON)) {
      new Json(out).round(round);
      return;
    }
    for (HostReport report : round.reports()) {
      boolean good = report.result() == Result.UPDATED || report.result() == Result.UNCHANGED;
      boolean quiet = options.has(Switch.QUIET);
      if (!good && (report.due() || !quiet)) {
        err.println(report.host() + ": " + report.text());
      } else if (good && !quiet) {
        out.println(report.host() + ": " + report.text());
      }
    }
  }
}
