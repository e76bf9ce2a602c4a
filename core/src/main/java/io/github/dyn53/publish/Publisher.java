package io.github.dyn53.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.StateUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Publishes what is pending: one batch a zone, then the confirm. */
public final class Publisher {

  /** What the request path may spend on one zone, so that a router is not kept waiting. */
  private static final Duration MOST_PER_ZONE = Duration.ofSeconds(3);

  /** Kept back for the confirm: a publication that nobody notes has to be done again. */
  private static final Duration FOR_CONFIRM = Duration.ofSeconds(2);

  /** A host with so many writers at once has one of them come last. */
  private static final int MOST_LOST = 9;

  private static final Publication CONTESTED =
      new Publication.Unconfirmed("other writers came first again and again");

  private final Zones zones;
  private final Hosts hosts;
  private final InstantSource clock;

  public Publisher(Zones zones, Hosts hosts, InstantSource clock) {
    this.zones = zones;
    this.hosts = hosts;
    this.clock = clock;
  }

  /**
   * Publishes what is pending of these hosts and confirms it. Where another writer saved a newer
   * wish meanwhile, publishes that one too, since nobody can tell which of the two batches came
   * last.
   *
   * @param pending saved hosts, each once
   * @param deadline when the answer must be ready
   * @return what came of each host; those not confirmed stay pending
   */
  public Map<Hostname, Publication> publish(Collection<Host> pending, Instant deadline) {
    Collection<Host> round = pending;
    Map<Hostname, Publication> publications = publishZones(round, deadline);
    for (int lost = 0; !confirm(round, publications); lost++) {
      Optional<Collection<Host>> moved = reread(round);
      if (moved.isEmpty() || lost == MOST_LOST || !isTimeLeft(deadline)) {
        round.forEach(host -> publications.put(host.hostname(), CONTESTED));
        return publications;
      }
      round = moved.get();
      publications.putAll(publishZones(round, deadline));
    }
    return publications;
  }

  private Map<Hostname, Publication> publishZones(Collection<Host> round, Instant deadline) {
    Map<ZoneId, List<Host>> byZone =
        round.stream()
            .collect(groupingBy(host -> host.settings().zone(), LinkedHashMap::new, toList()));
    Map<Hostname, Publication> publications = new HashMap<>();
    byZone.forEach((zone, inZone) -> {
      Publication publication = publishZone(zone, inZone, deadline);
      inZone.forEach(host -> publications.put(host.hostname(), publication));
    });
    return publications;
  }

  private Publication publishZone(ZoneId zone, List<Host> inZone, Instant deadline) {
    Instant end = endForZone(deadline);
    try {
      new ZoneBatch(zones, zone, () -> Duration.between(clock.instant(), end)).publish(inZone);
      return new Publication.Published();
    } catch (ZoneUnavailableException e) {
      return new Publication.Unconfirmed(String.valueOf(e.getMessage()));
    } catch (ZoneRefusedException e) {
      return new Publication.Refused(String.valueOf(e.getMessage()));
    }
  }

  private boolean isTimeLeft(Instant deadline) {
    return clock.instant().isBefore(deadline.minus(FOR_CONFIRM));
  }

  private Instant endForZone(Instant deadline) {
    Instant most = clock.instant().plus(MOST_PER_ZONE);
    Instant last = deadline.minus(FOR_CONFIRM);
    return most.isBefore(last) ? most : last;
  }

  /**
   * Notes what was published.
   *
   * @return false when one of the hosts has moved on
   */
  private boolean confirm(Collection<Host> round, Map<Hostname, Publication> publications) {
    List<HostSave> published =
        round.stream()
            .filter(host -> publications.get(host.hostname()) instanceof Publication.Published)
            .map(host -> HostSave.silent(host.confirmed()))
            .toList();
    try {
      return published.isEmpty() || hosts.save(published);
    } catch (StateUnavailableException e) {
      // The zone is right and the host still pending: the next request publishes the same again.
      return true;
    }
  }

  /** The hosts that moved on, with all that this publisher may have written still to publish. */
  private Optional<Collection<Host>> reread(Collection<Host> round) {
    try {
      Map<Hostname, Host> current = hosts.read(round.stream().map(Host::hostname).toList());
      return Optional.of(
          round.stream()
              .flatMap(host ->
                  Optional.ofNullable(current.get(host.hostname())).stream()
                      .filter(now -> !isConfirmed(host, now))
                      .map(now -> now.pendingAlso(pendingKeys(host), clock.instant())))
              .toList());
    } catch (StateUnavailableException e) {
      return Optional.empty();
    }
  }

  /** A confirm that was carried out twice, or by another who published the very same wish. */
  private static boolean isConfirmed(Host published, Host current) {
    return current.isSettled()
        && current.version() == published.version() + 1
        && current.wanted().equals(published.wanted());
  }

  private static Set<RecordKey> pendingKeys(Host host) {
    return host.pending().map(Pending::keys).orElse(Set.of());
  }
}
