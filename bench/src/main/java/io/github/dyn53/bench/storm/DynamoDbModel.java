package io.github.dyn53.bench.storm;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.Pending;
import io.github.dyn53.memory.InMemoryTurns;
import io.github.dyn53.publish.Storms;
import io.github.dyn53.publish.Turns;
import io.github.dyn53.simulation.Simulation;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables with the latency that DynamoDB has within a region, and the stream of Hosts. */
final class DynamoDbModel implements Hosts, Snapshots, Storms, Turns {

  private static final Duration READ = Duration.ofMillis(5);
  private static final Duration WRITE = Duration.ofMillis(8);

  /** What each further item of a batch or a transaction adds. */
  private static final Duration ITEM = Duration.ofNanos(300_000);

  private final Simulation simulation;
  private final Token token;
  private final Consumer<Hostname> stream;
  private final Map<Hostname, Host> hosts = new HashMap<>();
  private final InMemoryTurns turns = new InMemoryTurns();
  private Optional<Instant> stormUntil = Optional.empty();

  /**
   * Tables with one token.
   *
   * @param stream takes each host that becomes handed over
   */
  DynamoDbModel(Simulation simulation, Token token, Consumer<Hostname> stream) {
    this.simulation = simulation;
    this.token = token;
    this.stream = stream;
  }

  /** Puts a host in at no time. */
  void put(Host host) {
    hosts.put(host.hostname(), host);
  }

  @Override
  public Snapshot read(TokenHash hash, Collection<Hostname> hostnames) {
    take(READ, hostnames.size());
    return new Snapshot(Optional.of(token), found(hostnames), stormUntil);
  }

  @Override
  public FoundHosts read(Collection<Hostname> hostnames) {
    take(READ, hostnames.size());
    return found(hostnames);
  }

  private FoundHosts found(Collection<Hostname> hostnames) {
    Map<Hostname, Host> found = new HashMap<>();
    for (Hostname hostname : hostnames) {
      Optional.ofNullable(hosts.get(hostname)).ifPresent(host -> found.put(hostname, host));
    }
    return new FoundHosts(found, List.of());
  }

  @Override
  public FoundHosts list() {
    take(READ, hosts.size());
    return new FoundHosts(hosts, List.of());
  }

  @Override
  public boolean save(List<HostSave> saves) {
    take(WRITE, saves.size());
    if (!saves.stream().allMatch(save -> isNext(save.host()))) {
      return false;
    }
    for (HostSave save : saves) {
      boolean before = isHandedOver(Optional.ofNullable(hosts.get(save.host().hostname())));
      put(save.host());
      if (!before && isHandedOver(Optional.of(save.host()))) {
        stream.accept(save.host().hostname());
      }
    }
    return true;
  }

  private boolean isNext(Host host) {
    long stored = Optional.ofNullable(hosts.get(host.hostname())).map(Host::version).orElse(0L);
    return host.version() == stored + 1;
  }

  private static boolean isHandedOver(Optional<Host> host) {
    return host.flatMap(Host::pending).flatMap(Pending::handedOver).isPresent();
  }

  @Override
  public boolean remove(HostSave last) {
    throw new UnsupportedOperationException("nobody removes a host in a storm");
  }

  @Override
  public void declare(Instant until) {
    take(WRITE, 1);
    stormUntil = Optional.of(until);
  }

  @Override
  public Optional<Instant> until() {
    take(READ, 1);
    return stormUntil;
  }

  @Override
  public boolean take(ZoneId zone, Lease turn, Instant now) {
    take(WRITE, 1);
    return turns.take(zone, turn, now);
  }

  @Override
  public void giveBack(ZoneId zone, Lease turn) {
    take(WRITE, 1);
    turns.giveBack(zone, turn);
  }

  private void take(Duration time, int items) {
    simulation.sleep("DynamoDB", time.plus(ITEM.multipliedBy(Math.max(0, items - 1))));
  }
}
