package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.host.StateUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Publishes the hosts that were handed over, many at once. */
public final class Backlog {

  /** As many hosts with one address as one batch of Route 53 takes. */
  private static final int MOST_AT_ONCE = 500;

  /** From so many hosts at once on, it is a storm. */
  private static final int STORMY = 10;

  private final Hosts hosts;
  private final Publisher publisher;
  private final Storms storms;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Makes a backlog.
   *
   * @param random where the leases' ids come from; see {@link io.github.dyn53.host.Lease#draw}
   */
  public Backlog(
      Hosts hosts,
      Publisher publisher,
      Storms storms,
      Sleeper sleeper,
      InstantSource clock,
      RandomGenerator random) {
    this.hosts = hosts;
    this.publisher = publisher;
    this.storms = storms;
    this.sleeper = sleeper;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Publishes the newest wish of each of these hosts that is pending and that nobody else holds.
   *
   * @param deadline when the answer must be ready
   * @return what came of each host
   */
  public BacklogReport publish(Collection<Hostname> hostnames, Instant deadline) {
    List<Hostname> all = List.copyOf(new LinkedHashSet<>(hostnames));
    Map<Hostname, Publication> publications = new HashMap<>();
    Set<Hostname> left = new LinkedHashSet<>();
    List<SpoiltHost> spoilt = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<Hostname> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      if (clock.instant().isBefore(deadline)) {
        Leases leases = take(some, left);
        spoilt.addAll(leases.spoilt());
        publications.putAll(publisher.publish(leases.taken(), deadline));
      } else {
        left.addAll(some);
      }
    }
    return new BacklogReport(publications, left, spoilt);
  }

  /** Takes leases; {@code left} takes the hosts for which that has to be tried again. */
  private Leases take(List<Hostname> hostnames, Set<Hostname> left) {
    var leases = new Leases(hosts, sleeper, clock, random);
    left.addAll(leases.take(hostnames));
    if (leases.taken().size() >= STORMY) {
      noteStorm();
    }
    return leases;
  }

  /** So many at once mean that requests take Route 53's budget from one another, and from here. */
  private void noteStorm() {
    try {
      Instant now = clock.instant();
      Instant half = now.plus(Publisher.STORM.dividedBy(2));
      boolean lasts = storms.until().filter(half::isBefore).isPresent();
      if (!lasts) {
        storms.declare(now.plus(Publisher.STORM));
      }
    } catch (StateUnavailableException e) {
      // The next batch says so again.
    }
  }
}
