package io.github.dyn53.protocol;

import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.UpdateOutcome;
import java.util.ArrayList;
import java.util.List;

/** What the log says of the hosts that moved with the ones a request named. */
final class Followers {

  private Followers() {}

  /** What went wrong with hosts that no line speaks of. */
  static List<String> problems(UpdateOutcome.Done done) {
    List<String> notes = new ArrayList<>();
    done.followers()
        .forEach((host, outcome) -> {
          String problem =
              switch (outcome) {
                case HostOutcome.Changed() -> "";
                case HostOutcome.Unchanged() -> "";
                case HostOutcome.HandedOver(String reason) -> reason;
                case HostOutcome.NoHost() -> "there is no such host";
                case HostOutcome.Unreadable(String reason) -> reason;
                case HostOutcome.Blocked() -> "blocked";
                case HostOutcome.AddressRefused refused -> refused.describe();
                case HostOutcome.SubnetRefused refused -> refused.describe();
                case HostOutcome.OverLimit(String reason) -> reason;
                case HostOutcome.ZoneRefused(String reason) -> reason;
              };
          if (!problem.isEmpty()) {
            notes.add(host + ": " + problem);
          }
        });
    return notes;
  }

  /** What became of each of them, for the metrics. */
  static List<Verdict> verdicts(UpdateOutcome.Done done) {
    return done.followers().values().stream().map(Followers::verdict).toList();
  }

  private static Verdict verdict(HostOutcome outcome) {
    return switch (outcome) {
      case HostOutcome.Changed() -> Verdict.UPDATED;
      case HostOutcome.HandedOver unused -> Verdict.UPDATED;
      case HostOutcome.Unchanged() -> Verdict.UNCHANGED;
      case HostOutcome.NoHost() -> Verdict.REFUSED;
      case HostOutcome.Blocked() -> Verdict.REFUSED;
      case HostOutcome.AddressRefused unused -> Verdict.REFUSED;
      case HostOutcome.SubnetRefused unused -> Verdict.REFUSED;
      case HostOutcome.OverLimit unused -> Verdict.REFUSED;
      case HostOutcome.Unreadable unused -> Verdict.FAILED;
      case HostOutcome.ZoneRefused unused -> Verdict.FAILED;
    };
  }
}
