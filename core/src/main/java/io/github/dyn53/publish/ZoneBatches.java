package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Publishes what is pending in one zone in as few batches as Route 53 takes, one after the other. A
 * batch that is refused is split until the change that spoils it stands alone.
 */
final class ZoneBatches {

  /** What one batch may hold, as {@link RecordChange#weight} counts. */
  private static final int MOST_RECORDS = 1_000;

  private static final int MOST_CHARACTERS = 32_000;

  private final Zones zones;
  private final ZoneId zone;
  private final Supplier<Duration> timeLeft;
  private final Map<Hostname, Attempt> attempts = new LinkedHashMap<>();

  /**
   * Prepares the batches.
   *
   * @param timeLeft how long all look-ups and batches together may still take
   */
  ZoneBatches(Zones zones, ZoneId zone, Supplier<Duration> timeLeft) {
    this.zones = zones;
    this.zone = zone;
    this.timeLeft = timeLeft;
  }

  /** What is to be changed for one host; it is never divided between two batches. */
  private record HostChanges(Host host, List<RecordChange> changes) {

    int weight() {
      return changes.stream().mapToInt(RecordChange::weight).sum();
    }

    int characters() {
      return changes.stream().mapToInt(RecordChange::characters).sum();
    }
  }

  /** What came of each host. */
  Map<Hostname, Attempt> publish(List<Host> hosts) {
    List<HostChanges> batch = new ArrayList<>();
    int weight = 0;
    int characters = 0;
    for (Host host : hosts) {
      Optional<HostChanges> changes = changes(host);
      if (changes.isEmpty()) {
        continue;
      }
      weight += changes.get().weight();
      characters += changes.get().characters();
      if (weight > MOST_RECORDS || characters > MOST_CHARACTERS) {
        apply(batch);
        batch = new ArrayList<>();
        weight = changes.get().weight();
        characters = changes.get().characters();
      }
      batch.add(changes.get());
    }
    apply(batch);
    return attempts;
  }

  /** The changes of a host; nothing where even looking failed. */
  private Optional<HostChanges> changes(Host host) {
    try {
      List<RecordChange> changes = new ArrayList<>();
      Map<RecordKey, RecordSet> wanted = host.wantedRecordSets();
      for (RecordKey key : host.pending().map(Pending::keys).orElse(Set.of())) {
        Optional<RecordChange> change =
            wanted.containsKey(key)
                ? Optional.of(new RecordChange.Upsert(wanted.get(key)))
                : deletion(key);
        change.ifPresent(changes::add);
      }
      return Optional.of(new HostChanges(host, changes));
    } catch (ZoneUnavailableException e) {
      attempts.put(host.hostname(), unavailable(e));
    } catch (ZoneRefusedException e) {
      attempts.put(host.hostname(), new Attempt.Refused(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  /** A deletion must match exactly, and what was published last is not always known: look first. */
  private Optional<RecordChange> deletion(RecordKey key) {
    return zones.find(zone, key, timeLimit()).map(RecordChange.Delete::new);
  }

  private void apply(List<HostChanges> batch) {
    List<RecordChange> changes = batch.stream().flatMap(host -> host.changes().stream()).toList();
    try {
      if (!changes.isEmpty()) {
        zones.change(zone, changes, timeLimit());
      }
      note(batch, new Attempt.Taken());
    } catch (ZoneUnavailableException e) {
      note(batch, unavailable(e));
    } catch (ZoneRefusedException e) {
      if (batch.size() > 1 && e.scope() == Scope.CHANGE) {
        apply(batch.subList(0, batch.size() / 2));
        apply(batch.subList(batch.size() / 2, batch.size()));
      } else {
        note(batch, new Attempt.Refused(String.valueOf(e.getMessage())));
      }
    }
  }

  private void note(List<HostChanges> batch, Attempt attempt) {
    batch.forEach(changes -> attempts.put(changes.host().hostname(), attempt));
  }

  private static Attempt unavailable(ZoneUnavailableException e) {
    return new Attempt.Unavailable(e.reason(), String.valueOf(e.getMessage()));
  }

  private Duration timeLimit() {
    Duration left = timeLeft.get();
    if (!left.isPositive()) {
      throw new ZoneUnavailableException(Reason.NO_TIME, "no time was left to publish");
    }
    return left;
  }
}
