package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Zones each change of which goes into the ledger at the moment it is carried out. */
record WatchedZones(Zones zones, Ledger ledger) implements Zones {

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    zones.change(zone, changes, timeLimit);
    changes.forEach(ledger::changed);
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    return zones.find(zone, key, timeLimit);
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    return zones.list(zone, from, timeLimit);
  }
}
