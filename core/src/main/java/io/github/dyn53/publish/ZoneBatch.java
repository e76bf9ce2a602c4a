package io.github.dyn53.publish;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The one batch that publishes what is pending in one zone.
 *
 * @param timeLeft how long its look-ups and the batch itself may still take in all
 */
record ZoneBatch(Zones zones, ZoneId zone, Supplier<Duration> timeLeft) {

  /** Applies the batch; a batch of nothing is applied already. */
  void publish(List<Host> hosts) {
    List<RecordChange> changes = new ArrayList<>();
    hosts.forEach(host -> addChanges(host, changes));
    if (!changes.isEmpty()) {
      zones.change(zone, changes, timeLimit());
    }
  }

  private void addChanges(Host host, List<RecordChange> changes) {
    Map<RecordKey, RecordSet> wanted = host.wantedRecordSets();
    Set<RecordKey> keys = host.pending().map(Pending::keys).orElse(Set.of());
    for (RecordKey key : keys) {
      Optional<RecordChange> change =
          wanted.containsKey(key)
              ? Optional.of(new RecordChange.Upsert(wanted.get(key)))
              : deletion(key);
      change.ifPresent(changes::add);
    }
  }

  /** A deletion must match exactly, and what was published last is not always known: look first. */
  private Optional<RecordChange> deletion(RecordKey key) {
    return zones.find(zone, key, timeLimit()).map(RecordChange.Delete::new);
  }

  private Duration timeLimit() {
    Duration left = timeLeft.get();
    if (!left.isPositive()) {
      throw new ZoneUnavailableException("no time was left to publish");
    }
    return left;
  }
}
