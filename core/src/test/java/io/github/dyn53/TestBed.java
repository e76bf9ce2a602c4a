package io.github.dyn53;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Propagation;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemorySnapshots;
import io.github.dyn53.memory.InMemoryStorms;
import io.github.dyn53.memory.InMemoryTokens;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.probe.Reachability;
import io.github.dyn53.protocol.FrontDoor;
import io.github.dyn53.protocol.Services;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sweep;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.Snapshots;
import io.github.dyn53.update.Updater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The core over ports in memory: a zone, the host {@code home.example.com} and its token. */
public final class TestBed {

  public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  public static final ZoneId ZONE = new ZoneId("ZHOME");
  public static final Hostname HOME = new Hostname("home.example.com");
  public static final Secret SECRET = new Secret("abcdefghijklmnopqrstuvwxyz234567");

  private final HandMovedClock clock = new HandMovedClock(START);
  private final Journal journal = new Journal();
  private final InMemoryTokens tokens = new InMemoryTokens();
  private final InMemoryHosts hosts = new InMemoryHosts();
  private final InMemoryZones zones = new InMemoryZones();
  private final InMemoryStorms storms = new InMemoryStorms();
  private Propagation propagation = zones;
  private final Publisher publisher;
  private final Backlog backlog;
  private final Updater updater;

  public TestBed() {
    Hosts journalHosts = new JournalPorts.JournalHosts(hosts, journal);
    Snapshots snapshots =
        new JournalPorts.JournalSnapshots(new InMemorySnapshots(tokens, hosts, storms), journal);
    publisher =
        new Publisher(
            new JournalPorts.JournalZones(zones, journal),
            journalHosts,
            storms,
            clock,
            Duration.ofSeconds(3));
    backlog =
        new Backlog(
            journalHosts, publisher, storms, clock::advance, clock, new SplittableRandom(1));
    updater = new Updater(snapshots, journalHosts, publisher, clock, new SplittableRandom(2));
    zones.create(ZONE);
    tokens.put(token(HOME.value()));
    add(HOME, HostSettings.in(ZONE));
  }

  /** All doors over this bed; every port that is probed is open. */
  public FrontDoor doors() {
    return doors(Optional.of(new DnsName("example.com")));
  }

  /** The same of a deployment with this name suffix. */
  public FrontDoor doors(Optional<DnsName> nameSuffix) {
    return new FrontDoor(
        new Services(
            updater,
            new Challenger(
                updater,
                limit -> propagation.isInSync(limit),
                clock::advance,
                clock,
                Duration.ofSeconds(20)),
            new PortProbes((address, port) -> Reachability.OPEN, clock),
            new PlainJson(),
            nameSuffix));
  }

  public HandMovedClock clock() {
    return clock;
  }

  public Journal journal() {
    return journal;
  }

  public InMemoryTokens tokens() {
    return tokens;
  }

  public InMemoryHosts hosts() {
    return hosts;
  }

  public InMemoryZones zones() {
    return zones;
  }

  public InMemoryStorms storms() {
    return storms;
  }

  public Backlog backlog() {
    return backlog;
  }

  public Publisher publisher() {
    return publisher;
  }

  public Updater updater() {
    return updater;
  }

  /** A device's token that {@link #SECRET} opens, with a grant for each name. */
  public static Token token(String... grants) {
    return token(Grant.ADDRESSES, grants);
  }

  /** The same with a grant of these record sets for each name. */
  public static Token token(Set<RecordType> types, String... grants) {
    List<Grant> all =
        List.of(grants).stream()
            .map(name -> new Grant(new Hostname(name), types, Optional.empty()))
            .toList();
    return new Token(SECRET.hash(), "router", Role.DEVICE, all, START, Optional.empty(), List.of());
  }

  /** Has the token change the home host, its challenges too, only so often an hour. */
  public void limit(int changesPerHour) {
    limit(Limits.USUAL.withChangesPerHour(changesPerHour));
  }

  /** Has the token update the home host, its challenges too, within these limits. */
  public void limit(Limits limits) {
    tokens.put(granted(Set.of(RecordType.values()), limits));
  }

  /** Has the token grant these record sets of the home host and no others. */
  public void grant(Set<RecordType> types) {
    tokens.put(granted(types, Limits.USUAL));
  }

  private static Token granted(Set<RecordType> types, Limits limits) {
    return new Token(
        SECRET.hash(),
        "router",
        Role.DEVICE,
        List.of(new Grant(HOME, types, Optional.empty())),
        START,
        Optional.empty(),
        List.of(),
        limits);
  }

  /** Has no change reach all name servers from now on. */
  public void slowNameServers() {
    propagation = limit -> false;
  }

  /** Sweeps once. */
  public void sweep() {
    new Sweep(hosts, backlog, clock).run(clock.instant().plus(Duration.ofMinutes(1)));
  }

  /** Adds a host. */
  public Host add(Hostname hostname, HostSettings settings) {
    Host host = Host.added(hostname, settings);
    save(host);
    return host;
  }

  /** Writes a host's next version, as another writer would. */
  public void save(Host host) {
    if (!hosts.save(List.of(HostSave.silent(host)))) {
      throw new IllegalStateException("not the next version: " + host);
    }
  }

  /** Gives the host other settings in place of the ones it has. */
  public void settings(Hostname hostname, HostSettings settings) {
    save(host(hostname).with(settings, clock.instant()));
  }

  /** A host as it is stored. */
  public Host host(Hostname hostname) {
    return hosts.read(List.of(hostname)).host(hostname).orElseThrow();
  }

  /** The values of a record set in the zone; none where there is no such record set. */
  public List<String> records(String name, RecordType type) {
    return zones
        .find(ZONE, new RecordKey(new DnsName(name), type), Duration.ZERO)
        .map(RecordSet::values)
        .orElse(List.of());
  }

  /** What happened to a host, newest first. */
  public List<Change> history(Hostname hostname) {
    return hosts.recent(hostname, 100);
  }
}
