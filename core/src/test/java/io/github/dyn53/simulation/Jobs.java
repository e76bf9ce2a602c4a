package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.Drift;
import io.github.dyn53.publish.PacedZones;
import io.github.dyn53.publish.Pacer;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sleeper;
import io.github.dyn53.publish.Storms;
import io.github.dyn53.publish.Sweep;
import io.github.dyn53.publish.Turns;
import io.github.dyn53.publish.ZonesInTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** What runs beside the requests, each time in a process of its own. */
final class Jobs {

  /** When the process of a job ends, whether or not it has. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final Duration MOST_PER_ZONE = Duration.ofSeconds(25);
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** So slow that pacing is among what is tried. */
  private static final Pacer.Rate RATE = new Pacer.Rate(4, 3);

  private final Zones zones;
  private final Hosts hosts;
  private final Storms storms;
  private final Turns turns;
  private final Simulation simulation;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  Jobs(
      Zones zones,
      Hosts hosts,
      Storms storms,
      Turns turns,
      Simulation simulation,
      RandomGenerator random) {
    this.zones = zones;
    this.hosts = hosts;
    this.storms = storms;
    this.turns = turns;
    this.simulation = simulation;
    this.random = random;
    this.sleeper = time -> simulation.sleep("paused", time);
  }

  /** Publishes what was handed over, and returns what has to be tried again. */
  Collection<Hostname> publish(Collection<Hostname> hostnames) {
    return backlog().publish(hostnames, deadline()).left();
  }

  /** Sweeps once. */
  void sweep() {
    try {
      new Sweep(hosts, backlog(), simulation).run(deadline());
    } catch (StateUnavailableException e) {
      // The next one finds the same.
    }
  }

  /** Compares the zones with what was published in them. */
  void compare() {
    try {
      new Drift(paced(), hosts, backlog(), simulation).run(deadline());
    } catch (StateUnavailableException e) {
      // So it will be the next day.
    }
  }

  private Backlog backlog() {
    var inTurn = new ZonesInTurn(paced(), turns, sleeper, simulation, random);
    var publisher = new Publisher(inTurn, hosts, storms, simulation, MOST_PER_ZONE);
    return new Backlog(hosts, publisher, storms, sleeper, simulation, random);
  }

  private Zones paced() {
    return new PacedZones(zones, new Pacer(RATE, RATE, simulation), sleeper, simulation);
  }

  private Instant deadline() {
    return simulation.instant().plus(TIMEOUT).minus(MARGIN);
  }
}
