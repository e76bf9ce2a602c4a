package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Activity;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is taken away from a run, to see that it is missed.
 *
 * @param hosts what stands in for the hosts
 * @param zones what stands in for the zones
 * @param limits what stands in for the limits of the token
 */
record Sabotage(
    UnaryOperator<Hosts> hosts, UnaryOperator<Zones> zones, UnaryOperator<Limits> limits) {

  static final Sabotage NONE = new Sabotage(UnaryOperator.identity());

  private Sabotage(UnaryOperator<Hosts> hosts) {
    this(hosts, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Nobody sees a lease. */
  static final Sabotage NO_LEASE =
      new Sabotage(hosts -> AlteredHosts.read(hosts, Sabotage::withoutLease));

  /** Every save is carried out, whatever was saved since it was decided. */
  static final Sabotage NO_VERSION_CONDITION = new Sabotage(WithoutCondition::new);

  /** Who gives a host up leaves it to nobody: it looks as if it were published. */
  static final Sabotage NO_HAND_OVER =
      new Sabotage(hosts -> AlteredHosts.saved(hosts, Sabotage::leftToNobody));

  /** Challenges whose time is over go from the host, but not from its zone. */
  static final Sabotage EXPIRY_NOT_PENDING =
      new Sabotage(hosts -> AlteredHosts.saved(hosts, Sabotage::expiredWithoutZone));

  /** No sweep sees that a challenge's time is over. */
  static final Sabotage NO_EXPIRY =
      new Sabotage(hosts -> AlteredHosts.listed(hosts, Sabotage::withoutExpiry));

  /** A client that asks for what it has is not seen. */
  static final Sabotage NOT_SEEN =
      new Sabotage(hosts -> AlteredHosts.listed(hosts, Sabotage::unseen));

  /** Nobody sees that a host may be silent for a time only. */
  static final Sabotage NO_SILENCE =
      new Sabotage(hosts -> AlteredHosts.listed(hosts, Sabotage::withoutSilence));

  /** A batch with a bad change is not split. */
  static final Sabotage NOT_SPLIT = withZones(UnsplitZones::new);

  /** A token may do as much as any. */
  static final Sabotage NO_LIMITS =
      new Sabotage(UnaryOperator.identity(), UnaryOperator.identity(), limits -> Limits.USUAL);

  /** What a zone refuses is not written down. */
  static final Sabotage REFUSAL_NOT_SAID =
      new Sabotage(hosts -> AlteredHosts.saved(hosts, Sabotage::withoutFault));

  private static Sabotage withZones(UnaryOperator<Zones> zones) {
    return new Sabotage(UnaryOperator.identity(), zones, UnaryOperator.identity());
  }

  private static HostSave withoutFault(HostSave save) {
    Host host = save.host();
    Activity seen = host.activity();
    var faultless =
        new Activity(seen.lastChanged(), seen.lastSeen(), Optional.empty(), seen.lastDrift());
    return new HostSave(with(host, host.settings(), faultless), save.change());
  }

  private static Host unseen(Host host) {
    Activity seen = host.activity();
    var unseen =
        new Activity(seen.lastChanged(), seen.lastChanged(), seen.lastFault(), seen.lastDrift());
    return with(host, host.settings(), unseen);
  }

  private static Host withoutSilence(Host host) {
    HostSettings settings = host.settings();
    var forever =
        new HostSettings(
            settings.zone(),
            settings.ttl(),
            settings.families(),
            settings.wildcard(),
            settings.specialAddresses(),
            settings.blocked(),
            Optional.empty(),
            settings.drift(),
            settings.owner());
    return with(host, forever, host.activity());
  }

  private static Host with(Host host, HostSettings settings, Activity activity) {
    return new Host(
        host.hostname(),
        settings,
        host.wanted(),
        host.published(),
        host.challenges(),
        host.pending(),
        host.version(),
        activity);
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

  private static HostSave leftToNobody(HostSave save) {
    Host host = save.host();
    return new HostSave(
        withPending(host, host.pending().filter(pending -> pending.handedOver().isEmpty())),
        save.change());
  }

  private static HostSave expiredWithoutZone(HostSave save) {
    boolean expires = save.change().map(Change::kind).equals(Optional.of(ChangeKind.EXPIRED));
    return expires ? new HostSave(withPending(save.host(), Optional.empty()), save.change()) : save;
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

  private static Host withoutExpiry(Host host) {
    return new Host(
        host.hostname(),
        host.settings(),
        host.wanted(),
        host.published(),
        host.challenges().stream().map(c -> new Challenge(c.value(), Instant.MAX)).toList(),
        host.pending(),
        host.version(),
        host.activity());
  }

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
