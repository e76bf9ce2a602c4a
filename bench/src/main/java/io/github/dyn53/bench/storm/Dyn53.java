package io.github.dyn53.bench.storm;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.Pace;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.PacedZones;
import io.github.dyn53.publish.Pacer;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sleeper;
import io.github.dyn53.publish.ZonesInTurn;
import io.github.dyn53.simulation.Simulation;
import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.UpdateOutcome;
import io.github.dyn53.update.Updater;
import java.time.Duration;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The real core: update functions, as many as are asked, and the one publisher of the stream. */
final class Dyn53 {

  private static final Duration REQUEST_MOST_PER_ZONE = Duration.ofSeconds(3);
  private static final Duration PUBLISHER_MOST_PER_ZONE = Duration.ofSeconds(25);
  private static final Duration INVOCATION = Duration.ofSeconds(50);

  private final RandomGenerator random = new SplittableRandom(53);
  private final Simulation simulation;
  private final Route53Model zones;
  private final EventSource stream;
  private final DynamoDbModel state;
  private final Updater updater;
  private final Backlog backlog;

  Dyn53(Simulation simulation, Route53Model zones) {
    this.simulation = simulation;
    this.zones = zones;
    this.stream = new EventSource(simulation, this::publish);
    this.state = new DynamoDbModel(simulation, Storm.token(), stream::add);
    var publisher = new Publisher(zones, state, state, simulation, REQUEST_MOST_PER_ZONE);
    this.updater = new Updater(state, state, publisher, simulation, random);
    this.backlog = backlog();
  }

  private Backlog backlog() {
    Sleeper sleeper = time -> simulation.sleep("paused", time);
    var pacer = new Pacer(Pace.DEFAULT.requests(), Pace.DEFAULT.changes(), simulation);
    var paced = new PacedZones(zones, pacer, sleeper, simulation);
    var inTurn = new ZonesInTurn(paced, state, sleeper, simulation, random);
    var publisher = new Publisher(inTurn, state, state, simulation, PUBLISHER_MOST_PER_ZONE);
    return new Backlog(state, publisher, state, sleeper, simulation, random);
  }

  /** How often the publisher was invoked. */
  int invocations() {
    return stream.invocations();
  }

  /** Adds the hosts of a storm. */
  void add(Storm storm) {
    for (int number = 0; number < storm.hosts(); number++) {
      state.put(Storm.host(number));
    }
  }

  /** One update; true where it was answered {@code good} or {@code nochg}. */
  boolean update(int host) {
    return updater.update(Storm.request(host)) instanceof UpdateOutcome.Done done
        && done.hosts().values().stream().allMatch(Dyn53::isGood);
  }

  private static boolean isGood(HostOutcome outcome) {
    return outcome instanceof HostOutcome.Changed
        || outcome instanceof HostOutcome.HandedOver
        || outcome instanceof HostOutcome.Unchanged;
  }

  private Collection<Hostname> publish(Collection<Hostname> hostnames) {
    return backlog.publish(hostnames, simulation.instant().plus(INVOCATION)).left();
  }
}
