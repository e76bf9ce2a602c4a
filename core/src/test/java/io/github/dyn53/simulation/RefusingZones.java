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

/** Zones that won't take everything: a batch with one bad change is refused whole. */
record RefusingZones(Zones zones, Refusals refusals) implements Zones {

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    refuse(refusals.of(zone));
    for (RecordChange change : changes) {
      if (change instanceof RecordChange.Upsert) {
        refuse(refusals.of(zone, change.recordSet().key()));
      }
    }
    zones.change(zone, changes, timeLimit);
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    refuse(refusals.of(zone));
    return zones.find(zone, key, timeLimit);
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    refuse(refusals.of(zone));
    return zones.list(zone, from, timeLimit);
  }

  private static void refuse(Optional<Refusal> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get().exception();
    }
  }
}
