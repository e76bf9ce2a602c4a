package io.github.dyn53.memory;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Propagation;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hosted zones in memory, as strict about deletions as Route 53. Safe for several threads. */
public final class InMemoryZones implements Zones, Propagation {

  /** What Route 53 lists at once. */
  private static final int PAGE = 300;

  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing((RecordKey key) -> key.name().reversed()).thenComparing(RecordKey::type);

  private final Map<ZoneId, Map<RecordKey, RecordSet>> zones = new HashMap<>();
  private final Map<ZoneId, Set<RecordKey>> foreign = new HashMap<>();
  private final Queue<Fault> faults = new ArrayDeque<>();
  private int changes;

  /** How a call may fail. */
  public enum Fault {
    /** The account asked for too much: nothing was applied. */
    THROTTLED,
    /** The zone's previous change is in flight: nothing was applied. */
    BUSY,
    /** Applied, but the caller does not learn it. */
    ANSWER_LOST,
    /** Refused for good. */
    REFUSED
  }

  /** Creates a zone without records. */
  public synchronized void create(ZoneId zone) {
    zones.put(zone, new HashMap<>());
  }

  /** Puts an alias in place of a record set, as an owner may do in the console. */
  public synchronized void putForeign(ZoneId zone, RecordKey key) {
    records(zone).remove(key);
    foreign(zone).add(key);
  }

  /** Makes one call to come fail so, after those that were told of before. */
  public synchronized void failNext(Fault fault) {
    faults.add(fault);
  }

  /** How many batches were asked for. */
  public synchronized int changes() {
    return changes;
  }

  @Override
  public synchronized void change(ZoneId zone, List<RecordChange> batch, Duration timeLimit) {
    changes++;
    Optional<Fault> fault = fail();
    Map<RecordKey, RecordSet> after = new HashMap<>(records(zone));
    batch.forEach(change -> apply(change, after));
    batch.forEach(change -> foreign(zone).remove(change.recordSet().key()));
    zones.put(zone, after);
    if (fault.isPresent()) {
      throw new ZoneUnavailableException(Reason.UNKNOWN, "told to lose the answer");
    }
  }

  /** Memory is one name server. */
  @Override
  public boolean isInSync(Duration timeLimit) {
    return true;
  }

  @Override
  public synchronized Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    if (fail().isPresent()) {
      throw new ZoneUnavailableException(Reason.UNKNOWN, "told to lose the answer");
    }
    Map<RecordKey, RecordSet> records = records(zone);
    if (foreign(zone).contains(key)) {
      throw ZoneRefusedException.foreign(key);
    }
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public synchronized ZonePage list(
      ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    if (fail().isPresent()) {
      throw new ZoneUnavailableException(Reason.UNKNOWN, "told to lose the answer");
    }
    Map<RecordKey, RecordSet> records = records(zone);
    List<RecordKey> listed =
        Stream.concat(records.keySet().stream(), foreign(zone).stream())
            .sorted(ORDER)
            .dropWhile(key -> from.filter(start -> isBefore(key, start)).isPresent())
            .limit(PAGE + 1L)
            .toList();
    List<RecordKey> page = listed.subList(0, Math.min(PAGE, listed.size()));
    return new ZonePage(
        page.stream().map(records::get).filter(Objects::nonNull).toList(),
        page.stream().filter(foreign(zone)::contains).collect(Collectors.toSet()),
        listed.stream()
            .skip(PAGE)
            .findFirst()
            .map(key -> new ZonePage.Start(key.name().value(), key.type().name())));
  }

  /** A page may start at a type that dyn53 does not know, as it may in Route 53. */
  private static boolean isBefore(RecordKey key, ZonePage.Start start) {
    int order = key.name().reversed().compareTo(new DnsName(start.name()).reversed());
    return order < 0 || (order == 0 && key.type().name().compareTo(start.type()) < 0);
  }

  private Set<RecordKey> foreign(ZoneId zone) {
    return foreign.computeIfAbsent(zone, unused -> new HashSet<>());
  }

  private static void apply(RecordChange change, Map<RecordKey, RecordSet> records) {
    RecordSet recordSet = change.recordSet();
    switch (change) {
      case RecordChange.Upsert upsert -> records.put(recordSet.key(), recordSet);
      case RecordChange.Delete delete -> {
        if (!records.remove(recordSet.key(), recordSet)) {
          throw new ZoneRefusedException(
              Scope.CHANGE, "no such record set: " + recordSet.key().text());
        }
      }
    }
  }

  private Map<RecordKey, RecordSet> records(ZoneId zone) {
    Map<RecordKey, RecordSet> records = zones.get(zone);
    if (records == null) {
      throw new ZoneRefusedException(Scope.ZONE, "no such zone: " + zone);
    }
    return records;
  }

  /** Fails the call at once, or returns the fault that is to come after it. */
  private Optional<Fault> fail() {
    Fault fault = faults.poll();
    if (fault == Fault.THROTTLED) {
      throw new ZoneUnavailableException(Reason.THROTTLED, "told to be throttled");
    }
    if (fault == Fault.BUSY) {
      throw new ZoneUnavailableException(Reason.BUSY, "told to be busy");
    }
    if (fault == Fault.REFUSED) {
      throw new ZoneRefusedException(Scope.CHANGE, "told to refuse");
    }
    return Optional.ofNullable(fault);
  }
}
