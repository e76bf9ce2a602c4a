package io.github.dyn53.simulation;

import io.github.dyn53.host.Activity;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hosts and saves without something that they need. */
final class Alterations {

  private Alterations() {}

  static HostSave withoutDrift(HostSave save) {
    Host host = save.host();
    Activity seen = host.activity();
    return new HostSave(
        with(host, activity(seen, seen.lastSeen(), seen.lastFault(), Optional.empty())),
        save.change());
  }

  static HostSave withoutFault(HostSave save) {
    Host host = save.host();
    Activity seen = host.activity();
    return new HostSave(
        with(host, activity(seen, seen.lastSeen(), Optional.empty(), seen.lastDrift())),
        save.change());
  }

  static Host unseen(Host host) {
    Activity seen = host.activity();
    return with(host, activity(seen, seen.lastChanged(), seen.lastFault(), seen.lastDrift()));
  }

  private static Activity activity(
      Activity activity, Optional<Instant> seen, Optional<Fault> fault, Optional<Fault> drift) {
    return new Activity(activity.lastChanged(), seen, fault, drift, activity.changeCount());
  }

  static Host with(Host host, boolean wildcard, DriftPolicy drift) {
    HostSettings settings = host.settings();
    return with(host, settings(settings, wildcard, settings.silence(), drift));
  }

  static Host withoutSilence(Host host) {
    HostSettings settings = host.settings();
    return with(host, settings(settings, settings.wildcard(), Optional.empty(), settings.drift()));
  }

  static HostSettings settings(
      HostSettings settings, boolean wildcard, Optional<Silence> silence, DriftPolicy drift) {
    return new HostSettings(
        settings.zone(),
        settings.ttl(),
        settings.families(),
        wildcard,
        settings.specialAddresses(),
        settings.blocked(),
        silence,
        drift,
        settings.owner(),
        settings.interfaceId(),
        settings.subnet(),
        settings.group());
  }

  static Host withoutLease(Host host) {
    return with(
        host,
        host.challenges(),
        host.pending()
            .map(unsettled ->
                new Pending(
                    unsettled.since(),
                    unsettled.keys(),
                    Optional.empty(),
                    unsettled.handedOver())));
  }

  static HostSave leftToNobody(HostSave save) {
    Host host = save.host();
    return new HostSave(
        with(
            host,
            host.challenges(),
            host.pending().filter(pending -> pending.handedOver().isEmpty())),
        save.change());
  }

  static HostSave withoutPending(HostSave save, ChangeKind kind) {
    Host host = save.host();
    return save.change().map(Change::kind).equals(Optional.of(kind))
        ? new HostSave(with(host, host.challenges(), Optional.empty()), save.change())
        : save;
  }

  static Host withoutExpiry(Host host) {
    return with(
        host,
        host.challenges().stream().map(c -> new Challenge(c.value(), Instant.MAX)).toList(),
        host.pending());
  }

  private static Host with(Host host, HostSettings settings) {
    return copy(host, settings, host.challenges(), host.pending(), host.activity());
  }

  private static Host with(Host host, Activity activity) {
    return copy(host, host.settings(), host.challenges(), host.pending(), activity);
  }

  private static Host with(Host host, List<Challenge> challenges, Optional<Pending> pending) {
    return copy(host, host.settings(), challenges, pending, host.activity());
  }

  private static Host copy(
      Host host,
      HostSettings settings,
      List<Challenge> challenges,
      Optional<Pending> pending,
      Activity activity) {
    return new Host(
        host.hostname(),
        settings,
        host.wanted(),
        host.published(),
        challenges,
        pending,
        host.version(),
        activity);
  }
}
