package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.config.Durations;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.InstanceLock;
import io.github.dyn53.cli.state.State;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.state.StateFolder;
import io.github.dyn53.cli.state.StateUnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is remembered, and whether a dyn53 is at work. */
record StateCheck(Machine machine) {

  List<FindingLine> look(List<HostSettings> hosts) {
    Path folder = machine.state();
    Optional<String> obstacle = StateFolder.of(folder).obstacle();
    if (!Files.isDirectory(folder)) {
      return List.of(
          obstacle.isPresent()
              ? unusable(forgotten(folder, obstacle.get()))
              : Subject.STATE.skipped(
                  "", "nothing is remembered yet: no update was made from here (" + folder + ")"));
    }
    var findings = new ArrayList<FindingLine>();
    try {
      State state = new StateFile(folder).read().asOf(machine.clock().instant());
      findings.add(
          obstacle.isPresent() ? unusable(forgotten(folder, obstacle.get())) : instance(folder));
      hosts.forEach(host -> findings.add(host(host.name().value(), state.of(host.name()))));
    } catch (IllegalArgumentException e) {
      findings.add(
          Subject.STATE.warn(
              "",
              "the state file in " + folder + " is damaged (" + e.getMessage() + ")",
              "the next update sets it aside and asks once more than it needs to",
              "nothing; if it happens again, look at the disk"));
    } catch (StateUnusableException e) {
      findings.add(unusable(String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private static String forgotten(Path folder, String obstacle) {
    return "nothing can be remembered in " + folder + ": " + obstacle;
  }

  private static FindingLine unusable(String seen) {
    return Subject.STATE.fail(
        "",
        seen,
        "dyn53 update and watch end at once: without what they remember they would ask too often",
        "give dyn53 a folder that it may write to, with state = FOLDER; where a service runs under"
            + " another account, run dyn53 doctor with that one, such as by sudo");
  }

  /** Taking the lock for a moment is the only way to see whether somebody holds it. */
  private static FindingLine instance(Path folder) {
    Optional<InstanceLock> lock =
        Files.exists(folder.resolve("dyn53.lock")) ? InstanceLock.take(folder) : Optional.empty();
    if (lock.isEmpty() && Files.exists(folder.resolve("dyn53.lock"))) {
      return Subject.STATE.ok("", "a dyn53 is at work with the state in " + folder);
    }
    lock.ifPresent(InstanceLock::close);
    return Subject.STATE.ok("", "the state in " + folder + " can be read; no dyn53 uses it now");
  }

  private FindingLine host(String about, HostState known) {
    Instant now = machine.clock().instant();
    if (known.stop().isPresent()) {
      var stop = known.stop().get();
      return Subject.STATE.warn(
          about,
          "refused ("
              + stop.code().word()
              + ") "
              + Durations.describe(Duration.between(stop.since(), now))
              + " ago",
          "dyn53 does not ask again with the same token and configuration",
          "see the token and hosts below; dyn53 update --force asks all the same");
    }
    if (known.holdOff().isPresent()) {
      var hold = known.holdOff().get();
      return Subject.STATE.warn(
          about,
          hold.reason(),
          (hold.failures() == 1 ? "1 try" : hold.failures() + " tries in a row")
              + " failed; dyn53 waits before the next one",
          "see the endpoint below; dyn53 update --force asks all the same");
    }
    return known
        .sentAt()
        .map(sent ->
            Subject.STATE.ok(
                about,
                "last sent "
                    + known.sent().describe()
                    + ", "
                    + Durations.describe(Duration.between(sent, now))
                    + " ago"))
        .orElseGet(() -> Subject.STATE.skipped(about, "never sent from here"));
  }
}
