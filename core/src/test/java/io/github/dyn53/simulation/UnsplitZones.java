package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Zones that say of a bad change that it is the whole zone which takes nothing. */
record UnsplitZones(Zones zones) implements Zones {

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    try {
      zones.change(zone, changes, timeLimit);
    } catch (ZoneRefusedException e) {
      throw new ZoneRefusedException(Scope.ZONE, String.valueOf(e.getMessage()), e);
    }
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
