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
import java.util.Set;

/** Zones whose pages do not tell of aliases. */
record WithoutAliases(Zones zones) implements Zones {

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    zones.change(zone, changes, timeLimit);
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    return zones.find(zone, key, timeLimit);
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    ZonePage page = zones.list(zone, from, timeLimit);
    return new ZonePage(page.recordSets(), Set.of(), page.next());
  }
}
