package io.github.dyn53.simulation;

import io.github.dyn53.host.Activity;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Pending;
import java.time.Instant;
import java.util.Optional;

/** Hosts and saves without something that they need. */
final class Alterations {

  private Alterations() {}

  static HostSave withoutDrift(HostSave save) {
    Host host = save.host();
    Activity seen = host.activity();
    var silent =
        new Activity(
            seen.lastChanged(),
            seen.lastSeen(),
            seen.lastFault(),
            Optional.empty(),
            seen.changeCount());
    return new HostSave(with(host, host.settings(), silent), save.change());
  }

  static Host with(Host host, boolean wildcard, DriftPolicy drift) {
    HostSettings settings = host.settings();
    var other =
        new HostSettings(
            settings.zone(),
            settings.ttl(),
            settings.families(),
            wildcard,
            settings.specialAddresses(),
            settings.blocked(),
            settings.silence(),
            drift,
            settings.owner(),
            settings.interfaceId(),
            settings.subnet(),
            settings.group());
    return with(host, other, host.activity());
  }

  static HostSave withoutFault(HostSave save) {
    Host host = save.host();
    Activity seen = host.activity();
    var faultless =
        new Activity(seen.lastChanged(), seen.lastSeen(), Optional.empty(), seen.lastDrift());
    return new HostSave(with(host, host.settings(), faultless), save.change());
  }

  static Host unseen(Host host) {
    Activity seen = host.activity();
    var unseen =
        new Activity(seen.lastChanged(), seen.lastChanged(), seen.lastFault(), seen.lastDrift());
    return with(host, host.settings(), unseen);
  }

  static Host withoutSilence(Host host) {
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

  static Host with(Host host, HostSettings settings, Activity activity) {
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

  static Host withoutLease(Host host) {
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

  static HostSave leftToNobody(HostSave save) {
    Host host = save.host();
    return new HostSave(
        withPending(host, host.pending().filter(pending -> pending.handedOver().isEmpty())),
        save.change());
  }

  static HostSave withoutPending(HostSave save, ChangeKind kind) {
    boolean forgets = save.change().map(Change::kind).equals(Optional.of(kind));
    return forgets ? new HostSave(withPending(save.host(), Optional.empty()), save.change()) : save;
  }

  static Host withPending(Host host, Optional<Pending> pending) {
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

  static Host withoutExpiry(Host host) {
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
}
