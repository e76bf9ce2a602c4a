package io.github.dyn53.publish;

import io.github.dyn53.host.SpoiltHost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep found.
 *
 * @param hosts how many hosts there are
 * @param pending how many of them are not known to be published when the sweep is over
 * @param oldestPending since when the oldest of these waits
 * @param published how many the sweep tried to publish
 * @param silent how many were found silent for longer than they may be
 * @param expired how many had challenges whose time was over
 * @param spoilt the hosts that were left as they are, since they can't be read
 */
public record SweepReport(
    int hosts,
    int pending,
    Optional<Instant> oldestPending,
    int published,
    int silent,
    int expired,
    List<SpoiltHost> spoilt) {

  public SweepReport {
    spoilt = List.copyOf(spoilt);
  }
}
