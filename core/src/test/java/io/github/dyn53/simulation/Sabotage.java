package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Pending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is taken away from a run, to see that it is missed.
 *
 * @param hosts what stands in for the hosts
 */
record Sabotage(UnaryOperator<Hosts> hosts) {

  static final Sabotage NONE = new Sabotage(UnaryOperator.identity());
  static final Sabotage NO_LEASE = new Sabotage(WithoutLeases::new);
  static final Sabotage NO_VERSION_CONDITION = new Sabotage(WithoutCondition::new);
  static final Sabotage NO_HAND_OVER = new Sabotage(WithoutHandOver::new);

  /** Nobody sees a lease. */
  private record WithoutLeases(Hosts hosts) implements Hosts {

    @Override
    public FoundHosts read(Collection<Hostname> hostnames) {
      return withoutLeases(hosts.read(hostnames));
    }

    @Override
    public FoundHosts list() {
      return withoutLeases(hosts.list());
    }

    private static FoundHosts withoutLeases(FoundHosts found) {
      Map<Hostname, Host> hosts = new LinkedHashMap<>(found.hosts());
      hosts.replaceAll((hostname, host) -> withoutLease(host));
      return new FoundHosts(hosts, found.spoilt());
    }

    private static Host withoutLease(Host host) {
      return withPending(
          host,
          host.pending()
              .map(unsettled ->
                  new Pending(
                      unsettled.since(),
                      unsettled.keys(),
                      Optional.empty(),
                      unsettled.handedOver())));
    }

    @Override
    public boolean save(List<HostSave> saves) {
      return hosts.save(saves);
    }

    @Override
    public boolean remove(HostSave last) {
      return hosts.remove(last);
    }
  }

  private static Host withPending(Host host, Optional<Pending> pending) {
    return new Host(
        host.hostname(),
        host.settings(),
        host.wanted(),
        host.published(),
        host.challenges(),
        pending,
        host.version(),
        host.activity());
  }

  /** Who gives a host up leaves it to nobody: it looks as if it were published. */
  private record WithoutHandOver(Hosts hosts) implements Hosts {

    @Override
    public FoundHosts read(Collection<Hostname> hostnames) {
      return hosts.read(hostnames);
    }

    @Override
    public FoundHosts list() {
      return hosts.list();
    }

    @Override
    public boolean save(List<HostSave> saves) {
      return hosts.save(
          saves.stream()
              .map(save -> new HostSave(leftToNobody(save.host()), save.change()))
              .toList());
    }

    private static Host leftToNobody(Host host) {
      return withPending(host, host.pending().filter(pending -> pending.handedOver().isEmpty()));
    }

    @Override
    public boolean remove(HostSave last) {
      return hosts.remove(last);
    }
  }

  /** Every save is carried out, whatever was saved since it was decided. */
  private record WithoutCondition(Hosts hosts) implements Hosts {

    @Override
    public FoundHosts read(Collection<Hostname> hostnames) {
      return hosts.read(hostnames);
    }

    @Override
    public FoundHosts list() {
      return hosts.list();
    }

    @Override
    public boolean save(List<HostSave> saves) {
      FoundHosts stored = hosts.read(saves.stream().map(save -> save.host().hostname()).toList());
      List<HostSave> forced = new ArrayList<>();
      for (HostSave save : saves) {
        Host host = save.host();
        long version = stored.host(host.hostname()).map(Host::version).orElse(0L) + 1;
        forced.add(new HostSave(withVersion(host, version), save.change()));
      }
      return hosts.save(forced);
    }

    private static Host withVersion(Host host, long version) {
      return new Host(
          host.hostname(),
          host.settings(),
          host.wanted(),
          host.published(),
          host.challenges(),
          host.pending(),
          version,
          host.activity());
    }

    @Override
    public boolean remove(HostSave last) {
      return hosts.remove(last);
    }
  }
}
