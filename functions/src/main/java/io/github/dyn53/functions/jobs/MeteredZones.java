package io.github.dyn53.functions.jobs;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.functions.log.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Zones that count what one invocation asks of them. */
final class MeteredZones implements Zones {

  private final Zones zones;
  private final InstantSource clock;
  private int requests;
  private int throttled;
  private int largestBatch;
  private Duration taken = Duration.ZERO;

  MeteredZones(Zones zones, InstantSource clock) {
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    largestBatch = Math.max(largestBatch, changes.size());
    metered(() -> {
      zones.change(zone, changes, timeLimit);
      return changes;
    });
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    return metered(() -> zones.find(zone, key, timeLimit));
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    return metered(() -> zones.list(zone, from, timeLimit));
  }

  private <T> T metered(Supplier<T> request) {
    Instant start = clock.instant();
    requests++;
    try {
      return request.get();
    } catch (ZoneUnavailableException e) {
      throttled += e.reason() == Reason.THROTTLED ? 1 : 0;
      throw e;
    } finally {
      taken = taken.plus(Duration.between(start, clock.instant()));
    }
  }

  /** Adds what was counted; nothing where nothing was asked. */
  void addTo(Metrics metrics) {
    if (requests > 0) {
      metrics
          .count("Route53Requests", requests)
          .count("Route53Throttles", throttled)
          .count("LargestBatch", largestBatch)
          .milliseconds("Route53Milliseconds", taken);
    }
  }
}
