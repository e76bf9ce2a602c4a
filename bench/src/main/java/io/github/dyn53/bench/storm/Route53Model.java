package io.github.dyn53.bench.storm;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Route 53 with its limits, for one account and any number of zones. */
final class Route53Model implements Zones {

  private final Simulation simulation;
  private final Route53Limits limits;
  private final BiConsumer<RecordSet, Instant> watcher;
  private final Bucket requests;
  private final Bucket changes;
  private final Map<ZoneId, Instant> busyUntil = new HashMap<>();
  private final Map<ZoneId, Map<RecordKey, RecordSet>> zones = new HashMap<>();
  private long asked;
  private long throttled;

  /**
   * An account with empty zones.
   *
   * @param watcher is told of each record set that is written, and when
   */
  Route53Model(
      Simulation simulation, Route53Limits limits, BiConsumer<RecordSet, Instant> watcher) {
    this.simulation = simulation;
    this.limits = limits;
    this.watcher = watcher;
    this.requests = new Bucket(limits.requests(), limits.requestsPerSecond(), simulation.instant());
    this.changes = new Bucket(limits.changes(), limits.changesPerSecond(), simulation.instant());
  }

  /** How many requests were made, the throttled ones among them. */
  long asked() {
    return asked;
  }

  /** How many requests were throttled. */
  long throttled() {
    return throttled;
  }

  @Override
  public void change(ZoneId zone, List<RecordChange> batch, Duration timeLimit) {
    travel();
    admit(batch.stream().mapToInt(RecordChange::weight).sum());
    Instant now = simulation.instant();
    if (now.isBefore(busyUntil.getOrDefault(zone, Instant.MIN))) {
      fail(Reason.BUSY, "the zone's previous change is in flight");
    }
    busyUntil.put(zone, now.plus(limits.busy()));
    batch.forEach(change -> apply(change, zone, now));
    travel();
  }

  private void apply(RecordChange change, ZoneId zone, Instant now) {
    Map<RecordKey, RecordSet> records = records(zone);
    switch (change) {
      case RecordChange.Upsert(RecordSet recordSet) -> {
        records.put(recordSet.key(), recordSet);
        watcher.accept(recordSet, now);
      }
      case RecordChange.Delete(RecordSet recordSet) -> records.remove(recordSet.key());
    }
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    travel();
    admit(0);
    travel();
    return Optional.ofNullable(records(zone).get(key));
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    travel();
    admit(0);
    travel();
    return new ZonePage(List.copyOf(records(zone).values()), Set.of(), Optional.empty());
  }

  private Map<RecordKey, RecordSet> records(ZoneId zone) {
    return zones.computeIfAbsent(zone, unused -> new HashMap<>());
  }

  private void admit(int weight) {
    asked++;
    Instant now = simulation.instant();
    if (!requests.holds(1, now) || !changes.holds(weight, now)) {
      throttled++;
      fail(Reason.THROTTLED, "Rate exceeded");
    }
    requests.take(1);
    changes.take(weight);
  }

  private void fail(Reason reason, String text) {
    travel();
    throw new ZoneUnavailableException(reason, text);
  }

  private void travel() {
    simulation.sleep("Route 53", limits.latency().dividedBy(2));
  }
}
