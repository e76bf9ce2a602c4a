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
 * batch that is refused is split until the change that spoils it stands alone, and one whose turn
 * would come too late until it fits into the time that is left.
 */
final class ZoneBatches {

  /** What one batch may hold, as {@link RecordChange#weight} counts. */
  private static final int MOST_RECORDS = 1_000;

  private static final int MOST_CHARACTERS = 32_000;

  /** From so many on, what is to be deleted is looked up by pages. */
  private static final int MANY = 10;

  private final Zones zones;
  private final ZoneId zone;
  private final Supplier<Duration> timeLeft;
  private final Deletions deletions;
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
    this.deletions = new Deletions(zones, zone);
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
    List<RecordKey> toDelete = hosts.stream().flatMap(host -> toDelete(host).stream()).toList();
    if (toDelete.size() < MANY) {
      publishInBatches(hosts);
    } else {
      publishInBatches(hosts.stream().filter(host -> toDelete(host).isEmpty()).toList());
      lookUp(toDelete);
      publishInBatches(hosts.stream().filter(host -> !toDelete(host).isEmpty()).toList());
    }
    return attempts;
  }

  private static List<RecordKey> toDelete(Host host) {
    Set<RecordKey> wanted = host.wantedRecordSets().keySet();
    return pendingKeys(host).stream().filter(key -> !wanted.contains(key)).toList();
  }

  private static Set<RecordKey> pendingKeys(Host host) {
    return host.pending().map(Pending::keys).orElse(Set.of());
  }

  /** The other half of the time is for the batches: what is only looked up helps nobody. */
  private void lookUp(List<RecordKey> keys) {
    Duration forBatches = timeLeft.get().dividedBy(2);
    deletions.lookUp(keys, () -> timeLeft.get().minus(forBatches));
  }

  private void publishInBatches(List<Host> hosts) {
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
  }

  /** The changes of a host; nothing where even looking failed. */
  private Optional<HostChanges> changes(Host host) {
    try {
      List<RecordChange> changes = new ArrayList<>();
      Map<RecordKey, RecordSet> wanted = host.wantedRecordSets();
      for (RecordKey key : pendingKeys(host)) {
        Optional<RecordChange> change =
            wanted.containsKey(key)
                ? Optional.of(new RecordChange.Upsert(wanted.get(key)))
                : deletions.find(key, timeLeft).map(RecordChange.Delete::new);
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

  private void apply(List<HostChanges> batch) {
    List<RecordChange> changes = batch.stream().flatMap(host -> host.changes().stream()).toList();
    try {
      if (!changes.isEmpty()) {
        zones.change(zone, changes, timeLimit());
      }
      note(batch, new Attempt.Taken());
    } catch (ZoneUnavailableException e) {
      if (batch.size() > 1 && e.reason() == Reason.NO_TIME) {
        applyWhatFits(batch, e);
      } else {
        note(batch, unavailable(e));
      }
    } catch (ZoneRefusedException e) {
      if (batch.size() > 1 && e.scope() == Scope.CHANGE) {
        apply(batch.subList(0, batch.size() / 2));
        apply(batch.subList(batch.size() / 2, batch.size()));
      } else {
        note(batch, new Attempt.Refused(String.valueOf(e.getMessage())));
      }
    }
  }

  /** What was never sent costs nothing to try: a smaller batch has its turn sooner. */
  private void applyWhatFits(List<HostChanges> batch, ZoneUnavailableException e) {
    List<HostChanges> rest = batch.subList(batch.size() / 2, batch.size());
    apply(batch.subList(0, batch.size() / 2));
    boolean fitted = attempts.get(batch.getFirst().host().hostname()) instanceof Attempt.Taken;
    if (fitted) {
      apply(rest);
    } else {
      note(rest, unavailable(e));
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
