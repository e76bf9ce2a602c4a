package io.github.dyn53.simulation;

import io.github.dyn53.access.Role;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryStorms;
import io.github.dyn53.memory.InMemoryTurns;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Storms;
import io.github.dyn53.simulation.FaultyPorts.FaultyHosts;
import io.github.dyn53.simulation.FaultyPorts.FaultySnapshots;
import io.github.dyn53.simulation.FaultyPorts.FaultyStorms;
import io.github.dyn53.simulation.FaultyPorts.FaultyTurns;
import io.github.dyn53.simulation.FaultyPorts.FaultyZones;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import io.github.dyn53.update.UpdateOutcome;
import io.github.dyn53.update.UpdateRequest;
import io.github.dyn53.update.Updater;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One run of requests, publisher and sweep against one another, all of it drawn from one seed: the
 * real core over ports in memory that are slow, fail and kill their callers.
 */
final class Interleaving {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration REQUEST_MOST_PER_ZONE = Duration.ofSeconds(3);

  private final Sabotage sabotage;
  private final Plan plan;
  private final Simulation simulation;
  private final Faults faults;
  private final Refusals refusals;
  private final HostStream stream;
  private final Ledger ledger;
  private final Meddler meddler;
  private final InMemoryHosts store = new InMemoryHosts();
  private final InMemoryZones records = new InMemoryZones();
  private final InMemoryStorms note = new InMemoryStorms();
  private final RandomGenerator random;
  private final Zones zones;
  private final Storms storms;
  private final Jobs jobs;

  /**
   * Prepares a run.
   *
   * @param seed the same gives the same run
   * @param log is told what happens
   */
  Interleaving(long seed, Sabotage sabotage, Simulation.Log log) {
    this(seed, Drawing::plan, sabotage, log);
  }

  /** The same with a plan of another kind. */
  Interleaving(
      long seed, Function<RandomGenerator, Plan> draw, Sabotage sabotage, Simulation.Log log) {
    RandomGenerator random = new SplittableRandom(seed);
    this.sabotage = sabotage;
    this.plan = draw.apply(random);
    this.simulation = new Simulation(START, log);
    this.refusals = new Refusals(plan.refusals(), simulation);
    this.ledger = new Ledger(plan.limits(), refusals, simulation, simulation::tell);
    this.meddler = new Meddler(records, ledger);
    this.faults = new Faults(simulation, random, plan.chances());
    this.stream = new HostStream(simulation, random, this::publish, Jobs.TIMEOUT);
    var refusing = new RefusingZones(new WatchedZones(records, ledger), refusals);
    this.zones = sabotage.zones().apply(new FaultyZones(refusing, faults));
    this.storms = new FaultyStorms(note, faults);
    this.random = random;
    this.jobs =
        new Jobs(
            zones,
            faulty(hosts(Writer.UNASKED)),
            storms,
            new FaultyTurns(new InMemoryTurns(), faults),
            simulation,
            random);
  }

  /** Runs to the end and returns what went against the invariants. */
  List<String> run() {
    for (Host host : plan.hosts()) {
      records.create(host.settings().zone());
    }
    for (Host host : plan.hosts()) {
      store.save(List.of(HostSave.silent(host)));
      meddler.settleBeside(host);
    }
    int number = 0;
    for (Plan.Asked asked : plan.requests()) {
      String name = "request " + ++number;
      simulation.start(name, asked.at(), REQUEST_TIMEOUT, () -> update(asked.request()));
    }
    for (Duration at : plan.sweeps()) {
      simulation.start("sweep", at, Jobs.TIMEOUT, jobs::sweep);
    }
    for (Duration at : plan.comparisons()) {
      simulation.start("comparison", at, Jobs.TIMEOUT, jobs::compare);
    }
    for (Meddling meddling : plan.meddlings()) {
      simulation.start("somebody else", meddling.at(), () -> meddler.meddle(meddling, hosts()));
    }
    simulation.start("last sweeps", plan.quiet(), this::lastSweeps);
    simulation.run();
    return ledger.complaints();
  }

  /** The hosts as they are stored. */
  List<Host> hosts() {
    return List.copyOf(store.list().hosts().values());
  }

  private void update(UpdateRequest request) {
    Writer writer = Writer.of(plan.asked(request));
    Hosts hosts = hosts(writer);
    Snapshots snapshots =
        (token, names) -> new Snapshot(Optional.of(token()), hosts.read(names), note.until());
    var publisher = new Publisher(zones, faulty(hosts), storms, simulation, REQUEST_MOST_PER_ZONE);
    var updater =
        new Updater(
            new FaultySnapshots(snapshots, faults), faulty(hosts), publisher, simulation, random);
    Ledger.Mark begin = ledger.mark();
    if (updater.update(request) instanceof UpdateOutcome.Done done) {
      for (Hostname hostname : writer.asked().keySet()) {
        Optional.ofNullable(done.hosts().get(hostname))
            .or(() -> Optional.ofNullable(done.followers().get(hostname)))
            .ifPresent(outcome -> ledger.answered(begin, writer, host(hostname), outcome));
      }
    }
  }

  private Token token() {
    return new Token(
        Plan.SECRET.hash(),
        "owner",
        Role.ADMIN,
        List.of(),
        START,
        Optional.empty(),
        List.of(),
        sabotage.limits().apply(plan.limits()));
  }

  private Collection<Hostname> publish(Collection<Hostname> hostnames) {
    return jobs.publish(hostnames);
  }

  /** Alone and undisturbed, the first has to bring everything to its end. */
  private void lastSweeps() {
    faults.end();
    for (int sweep = 1; sweep <= plan.lastSweeps(); sweep++) {
      lastSweep();
    }
    if (!plan.refusals().isEmpty()) {
      // What was refused is not forgotten: once somebody has mended that, it is published.
      refusals.end();
      lastSweep();
    }
    if (!plan.meddlings().isEmpty()) {
      lastComparison();
      meddler.takeAliasesAway(hosts());
      lastSweep();
      lastComparison();
    }
  }

  private void lastComparison() {
    jobs.compare();
    simulation.sleep("until the next sweep", SWEEP_EVERY);
    ledger.compared(hosts(), this::record);
    ledger.ended(hosts(), this::record);
  }

  private void lastSweep() {
    FoundHosts before = store.list();
    Instant began = simulation.instant();
    jobs.sweep();
    // By the next one a publisher has done what this one left to it.
    simulation.sleep("until the next sweep", SWEEP_EVERY);
    ledger.swept(before, store.list(), began);
    ledger.ended(hosts(), this::record);
  }

  /** The hosts as one writer sees them. */
  private Hosts hosts(Writer writer) {
    return new WatchedHosts(sabotage.hosts().apply(store), ledger, writer, stream::add);
  }

  private Hosts faulty(Hosts hosts) {
    return new FaultyHosts(hosts, faults);
  }

  private Host host(Hostname hostname) {
    return store.read(List.of(hostname)).host(hostname).orElseThrow();
  }

  private Optional<RecordSet> record(RecordKey key) {
    return plan.hosts().stream()
        .map(host -> host.settings().zone())
        .distinct()
        .filter(zone -> !ledger.isAlias(key))
        .flatMap(zone -> records.find(zone, key, Duration.ZERO).stream())
        .findFirst();
  }
}
