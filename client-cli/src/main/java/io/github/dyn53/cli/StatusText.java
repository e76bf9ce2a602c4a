package io.github.dyn53.cli;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.Durations;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.state.HoldOff;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.State;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.state.Stop;
import io.github.dyn53.cli.update.Wording;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Prints what is remembered of each host. */
record StatusText(PrintStream out, PrintStream err, Options options, InstantSource clock) {

  ExitCode print(Configuration configuration, Path folder) {
    State state;
    try {
      state = new StateFile(folder).read().asOf(clock.instant());
    } catch (IllegalArgumentException e) {
      String text =
          "the state file in "
              + folder
              + " is damaged ("
              + e.getMessage()
              + "); the next update sets it aside and begins anew";
      new Complaint(out, err, options.has(Switch.JSON)).tell(text);
      return ExitCode.CONFIGURATION;
    }
    ExitCode worst = ExitCode.OK;
    for (HostSettings host : configuration.hosts()) {
      HostState known = state.of(host.name());
      ExitCode code = code(known);
      // In the order of the codes, as an update has it, whichever host comes first.
      if (worst == ExitCode.OK || (code != ExitCode.OK && code.compareTo(worst) < 0)) {
        worst = code;
      }
      if (!options.has(Switch.JSON)) {
        print(host, known);
      }
    }
    if (options.has(Switch.JSON)) {
      new Json(out).status(configuration, state);
    }
    return worst;
  }

  private static ExitCode code(HostState known) {
    if (known.stop().isPresent()) {
      return ExitCode.REFUSED;
    }
    if (known.holdOff().isPresent()) {
      return ExitCode.ENDPOINT;
    }
    return known.addresslessAt().isPresent() ? ExitCode.NO_ADDRESS : ExitCode.OK;
  }

  private void print(HostSettings host, HostState known) {
    out.println(host.name());
    out.println(
        "  sent:    "
            + (known.sentAt().isEmpty()
                ? "never"
                : known.sent().describe() + ", " + ago(known.sentAt().get())));
    if (known.answeredAt().isPresent()) {
      out.println(
          "  answer:  " + known.lastAnswer().orElse("-") + ", " + ago(known.answeredAt().get()));
    }
    if (known.addresslessAt().isPresent()) {
      out.println("  address: none was found, " + ago(known.addresslessAt().get()));
    }
    if (known.stop().isPresent()) {
      Stop stop = known.stop().get();
      out.println("  refused: " + Wording.of(stop.code()) + " (since " + ago(stop.since()) + ")");
    }
    if (known.holdOff().isPresent()) {
      HoldOff hold = known.holdOff().get();
      out.println("  trouble: " + hold.reason());
      out.println(
          "           "
              + hold.failures()
              + (hold.failures() == 1 ? " try" : " tries")
              + " failed; next one "
              + in(hold.until()));
    }
  }

  private String ago(Instant time) {
    return Durations.describe(Duration.between(time, clock.instant())) + " ago";
  }

  private String in(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    return wait.isPositive() ? "in " + Durations.describe(wait) : "now";
  }
}
