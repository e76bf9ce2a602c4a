package io.github.dyn53.cli.update;

import io.github.dyn53.cli.update.HostReport.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one look came to.
 *
 * @param next how soon to look again at the latest, where something waits for its time
 */
public record Round(List<HostReport> reports, Optional<Duration> next) {

  public Round {
    reports = List.copyOf(reports);
  }

  /** Whether a host came to this. */
  public boolean has(Result result) {
    for (HostReport report : reports) {
      if (report.result() == result) {
        return true;
      }
    }
    return false;
  }
}
