package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.SpoiltHost;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a comparison found.
 *
 * @param drifted the hosts whose record sets were not as published
 * @param spoilt the hosts that could not be compared, since they can't be read
 * @param unread the zones none of whose hosts could be compared, and why
 */
public record DriftReport(
    Set<Hostname> drifted, List<SpoiltHost> spoilt, Map<ZoneId, String> unread) {

  public DriftReport {
    drifted = Set.copyOf(drifted);
    spoilt = List.copyOf(spoilt);
    unread = Map.copyOf(unread);
  }
}
