package io.github.dyn53.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.publish.Settling.Newer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Publishes hosts whose leases its caller holds: the zones' batches, then the confirm. The same for
 * the one host of a request and for the five hundred of a backlog.
 */
public final class Publisher {

  /** How long a storm lasts from the last throttle on. */
  static final Duration STORM = Duration.ofMinutes(1);

  /** Kept back for the confirm: a publication that nobody notes has to be done again. */
  private static final Duration FOR_CONFIRM = Duration.ofSeconds(2);

  /** A host with so many writers at once has one of them come last. */
  private static final int MOST_LOST = 9;

  /** The lease runs out, and the sweep sees to it. */
  private static final Publication CONTESTED =
      new Publication.HandedOver("other writers came first again and again");

  private final Zones zones;
  private final Hosts hosts;
  private final Storms storms;
  private final InstantSource clock;
  private final Duration mostPerZone;

  /**
   * Makes a publisher.
   *
   * @param mostPerZone what may be spent on one zone
   */
  public Publisher(
      Zones zones, Hosts hosts, Storms storms, InstantSource clock, Duration mostPerZone) {
    this.zones = zones;
    this.hosts = hosts;
    this.storms = storms;
    this.clock = clock;
    this.mostPerZone = mostPerZone;
  }

  /**
   * Publishes what is pending of these hosts and confirms it. Where a newer wish was deposited
   * meanwhile, publishes that one too: nobody else may. What can't be published is handed over.
   *
   * @param leased saved hosts, each once, each leased by the caller
   * @param deadline when the answer must be ready
   * @return what came of each host
   */
  public Map<Hostname, Publication> publish(Collection<Host> leased, Instant deadline) {
    Map<Hostname, Publication> publications = new HashMap<>();
    var newer = new Newer(List.copyOf(leased), Map.of());
    for (int lost = 0; !newer.isEmpty() && lost <= MOST_LOST; lost++) {
      Map<Host, Attempt> attempts = attempt(newer.toPublish(), deadline);
      var settling = new Settling(hosts, clock);
      attempts.forEach(settling::add);
      settling.giveUp(newer.toGiveUp(), "a newer wish came while Route 53 could not be reached");
      newer = settling.settle(publications);
    }
    Stream.concat(newer.toPublish().stream(), newer.toGiveUp().keySet().stream())
        .forEach(host -> publications.put(host.hostname(), CONTESTED));
    return publications;
  }

  private Map<Host, Attempt> attempt(Collection<Host> round, Instant deadline) {
    Map<ZoneId, List<Host>> byZone =
        round.stream()
            .collect(groupingBy(host -> host.settings().zone(), LinkedHashMap::new, toList()));
    Map<Host, Attempt> attempts = new LinkedHashMap<>();
    byZone.forEach((zone, inZone) -> {
      Instant end = end(inZone, deadline);
      Map<Hostname, Attempt> byName =
          new ZoneBatches(zones, zone, () -> Duration.between(clock.instant(), end))
              .publish(inZone);
      inZone.forEach(host -> attempts.put(host, byName.get(host.hostname())));
    });
    if (attempts.values().stream().anyMatch(Publisher::isThrottled)) {
      declareStorm();
    }
    return attempts;
  }

  /** No batch may be under way when a lease ends: another writer's might be overtaken by it. */
  private Instant end(List<Host> inZone, Instant deadline) {
    List<Instant> ends = new ArrayList<>();
    ends.add(clock.instant().plus(mostPerZone));
    ends.add(deadline.minus(FOR_CONFIRM));
    inZone.stream()
        .map(Host::lease)
        .flatMap(Optional::stream)
        .map(Lease::until)
        .map(until -> until.minus(FOR_CONFIRM))
        .forEach(ends::add);
    return ends.stream().min(Instant::compareTo).orElseThrow();
  }

  private static boolean isThrottled(Attempt attempt) {
    return attempt instanceof Attempt.Unavailable unavailable
        && unavailable.reason() == Reason.THROTTLED;
  }

  private void declareStorm() {
    try {
      storms.declare(clock.instant().plus(STORM));
    } catch (StateUnavailableException e) {
      // The next one who is throttled says so.
    }
  }
}
