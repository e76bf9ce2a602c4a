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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares zones with what was published in them. A record set that no host published is never
 * touched, whatever its name, and neither is an alias that an owner put in place of one.
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
        Content held = read(zone, deadline);
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

  /**
   * What a zone holds.
   *
   * @param foreign what is there, but not dyn53's to read or to write
   */
  private record Content(Map<RecordKey, RecordSet> recordSets, Set<RecordKey> foreign) {

    boolean holds(RecordSet wanted) {
      return wanted.equals(recordSets.get(wanted.key()));
    }

    String describe(RecordKey key) {
      if (foreign.contains(key)) {
        return ZonePage.describeForeign(key);
      }
      RecordSet found = recordSets.get(key);
      return found == null
          ? key.text() + " is missing"
          : "%s is %s with TTL %d"
              .formatted(key.text(), String.join(", ", found.values()), found.ttlSeconds());
    }
  }

  private Content read(ZoneId zone, Instant deadline) {
    var content = new Content(new HashMap<>(), new HashSet<>());
    Optional<ZonePage.Start> from = Optional.empty();
    do {
      ZonePage page = zones.list(zone, from, Duration.between(clock.instant(), deadline));
      page.recordSets().forEach(set -> content.recordSets().put(set.key(), set));
      content.foreign().addAll(page.foreign());
      from = page.next();
    } while (from.isPresent());
    return content;
  }

  private Optional<HostSave> compare(Host host, Content held) {
    Map<RecordKey, RecordSet> different = new LinkedHashMap<>(host.wantedRecordSets());
    different.values().removeIf(held::holds);
    if (different.isEmpty()) {
      return Optional.empty();
    }
    String text =
        different.keySet().stream().map(held::describe).sorted().collect(Collectors.joining("; "));
    Set<RecordKey> repairable = new LinkedHashSet<>(different.keySet());
    repairable.removeAll(held.foreign());
    boolean repairs = host.settings().drift() == DriftPolicy.REPAIR && !repairable.isEmpty();
    boolean known = host.activity().lastDrift().map(Fault::text).equals(Optional.of(text));
    if (known && !repairs) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Host noted = host.drifted(text, now);
    Host next = repairs ? noted.repairing(repairable, now).handedOver(now) : noted;
    return Optional.of(
        HostSave.recorded(
            next, Change.of(ChangeKind.DRIFTED, host, next, Actor.SERVICE, now).noting(text)));
  }
}
