package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.host.StateUnavailableException;
import java.time.Duration;
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

/** Takes the leases of hosts that wait to be published. */
final class Leases {

  private static final int MOST_TRIES = 5;

  private final Hosts hosts;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final List<Host> taken = new ArrayList<>();
  private final Set<SpoiltHost> spoilt = new LinkedHashSet<>();
  private final Map<Hostname, Host> attempts = new HashMap<>();

  Leases(Hosts hosts, Sleeper sleeper, InstantSource clock, RandomGenerator random) {
    this.hosts = hosts;
    this.sleeper = sleeper;
    this.clock = clock;
    this.random = random;
  }

  /** The hosts whose leases the caller now holds. */
  List<Host> taken() {
    return taken;
  }

  /** The hosts that can't be read until somebody has mended them: to try again is of no use. */
  Set<SpoiltHost> spoilt() {
    return spoilt;
  }

  /**
   * Takes the lease of each of these hosts that waits.
   *
   * @return the hosts whose state could not be read or written this time
   */
  Set<Hostname> take(Collection<Hostname> hostnames) {
    Set<Hostname> left = new LinkedHashSet<>(hostnames);
    for (int tries = 0; tries < MOST_TRIES && !left.isEmpty(); tries++) {
      try {
        takeOnce(left);
      } catch (StateUnavailableException e) {
        return left;
      }
    }
    return left;
  }

  /** Strikes from the list whom nobody has to try again. */
  private void takeOnce(Set<Hostname> left) {
    List<Host> waiting = new ArrayList<>();
    for (Host host : read(left)) {
      if (host.equals(attempts.get(host.hostname()))) {
        // The save happened, and only its answer was lost.
        taken.add(host);
      } else if (!host.isSettled() && !host.isLeased(clock.instant())) {
        waiting.add(host);
      }
    }
    left.retainAll(waiting.stream().map(Host::hostname).toList());
    awaitQuarantine(waiting);
    var lease = Lease.draw(random, clock.instant());
    List<Host> leased = waiting.stream().map(host -> host.taken(lease)).toList();
    leased.forEach(host -> attempts.put(host.hostname(), host));
    var saves = Saves.of(hosts, leased.stream().map(HostSave::silent).toList());
    for (Host host : leased) {
      if (saves.isDone(host.hostname())) {
        taken.add(host);
        left.remove(host.hostname());
      }
    }
  }

  private List<Host> read(Collection<Hostname> hostnames) {
    List<Hostname> all = List.copyOf(hostnames);
    List<Host> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Hosts.MOST_READ) {
      List<Hostname> some = all.subList(from, Math.min(all.size(), from + Hosts.MOST_READ));
      FoundHosts read = hosts.read(some);
      found.addAll(read.hosts().values());
      spoilt.addAll(read.spoilt());
    }
    return found;
  }

  /** A host whose last change may still arrive is not to be published before it has. */
  private void awaitQuarantine(List<Host> waiting) {
    waiting.stream()
        .flatMap(host -> host.pending().flatMap(Pending::handedOver).stream())
        .max(Instant::compareTo)
        .map(from -> Duration.between(clock.instant(), from))
        .filter(Duration::isPositive)
        .ifPresent(sleeper::sleep);
  }
}
