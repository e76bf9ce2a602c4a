package io.github.dyn53.publish;

import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares zones with what was published in them. A record set that no host published is never
 * touched, whatever its name.
 */
public final class Drift {

  private final Zones zones;
  private final Hosts hosts;
  private final Backlog backlog;
  private final InstantSource clock;

  /**
   * Makes the comparison.
   *
   * @param zones what keeps within the budget of requests; see {@link PacedZones}
   */
  public Drift(Zones zones, Hosts hosts, Backlog backlog, InstantSource clock) {
    this.zones = zones;
    this.hosts = hosts;
    this.backlog = backlog;
    this.clock = clock;
  }

  /**
   * Compares every zone that holds a host, and repairs or reports each difference as its host's
   * policy says. A zone that is gone or can't be read stands in nobody else's way.
   *
   * @param deadline when it must be over
   * @throws io.github.dyn53.host.StateUnavailableException when the hosts could not be listed
   */
  public DriftReport run(Instant deadline) {
    // Listed before the zones: whoever changes a host meanwhile makes the save below fail.
    FoundHosts all = hosts.list();
    Map<ZoneId, List<Host>> byZone =
        all.hosts().values().stream()
            .filter(Host::isSettled)
            .collect(Collectors.groupingBy(host -> host.settings().zone()));
    List<HostSave> found = new ArrayList<>();
    Map<ZoneId, String> unread = new HashMap<>();
    byZone.forEach((zone, inZone) -> {
      try {
        Map<RecordKey, RecordSet> held = read(zone, deadline);
        inZone.forEach(host -> compare(host, held).ifPresent(found::add));
      } catch (ZoneUnavailableException | ZoneRefusedException e) {
        unread.put(zone, String.valueOf(e.getMessage()));
      }
    });
    var saves = Saves.of(hosts, found);
    List<Host> drifted =
        found.stream().map(HostSave::host).filter(host -> saves.isDone(host.hostname())).toList();
    backlog.publish(
        drifted.stream().filter(host -> !host.isSettled()).map(Host::hostname).toList(), deadline);
    return new DriftReport(
        drifted.stream().map(Host::hostname).collect(Collectors.toSet()), all.spoilt(), unread);
  }

  private Map<RecordKey, RecordSet> read(ZoneId zone, Instant deadline) {
    Map<RecordKey, RecordSet> held = new HashMap<>();
    Optional<ZonePage.Start> from = Optional.empty();
    do {
      ZonePage page = zones.list(zone, from, Duration.between(clock.instant(), deadline));
      page.recordSets().forEach(recordSet -> held.put(recordSet.key(), recordSet));
      from = page.next();
    } while (from.isPresent());
    return held;
  }

  private Optional<HostSave> compare(Host host, Map<RecordKey, RecordSet> held) {
    Map<RecordKey, RecordSet> different = new LinkedHashMap<>(host.wantedRecordSets());
    different.values().removeIf(wanted -> wanted.equals(held.get(wanted.key())));
    if (different.isEmpty()) {
      return Optional.empty();
    }
    String text = describe(different.keySet(), held);
    boolean repairs = host.settings().drift() == DriftPolicy.REPAIR;
    boolean known = host.activity().lastDrift().map(Fault::text).equals(Optional.of(text));
    if (known && !repairs) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Host noted = host.drifted(text, now);
    Host next = repairs ? noted.repairing(different.keySet(), now).handedOver(now) : noted;
    return Optional.of(
        HostSave.recorded(
            next, Change.of(ChangeKind.DRIFTED, host, next, Actor.SERVICE, now).noting(text)));
  }

  private static String describe(Set<RecordKey> keys, Map<RecordKey, RecordSet> held) {
    Set<String> texts = new TreeSet<>();
    for (RecordKey key : keys) {
      RecordSet found = held.get(key);
      texts.add(
          found == null
              ? key.text() + " is missing"
              : "%s is %s with TTL %d"
                  .formatted(key.text(), String.join(", ", found.values()), found.ttlSeconds()));
    }
    return String.join("; ", texts);
  }
}
