package io.github.dyn53.publish;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.Silence;
import io.github.dyn53.host.SilencePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks after every host from time to time: publishes what a writer that died left behind, takes
 * away challenges whose time is over, and sees to hosts that nobody updates any more.
 */
public final class Sweep {

  /** Longer than the publisher takes for what was handed over. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Hosts hosts;
  private final Backlog backlog;
  private final InstantSource clock;

  public Sweep(Hosts hosts, Backlog backlog, InstantSource clock) {
    this.hosts = hosts;
    this.backlog = backlog;
    this.clock = clock;
  }

  /**
   * Sweeps once.
   *
   * @param deadline when it must be over; what is left is for the next one
   * @throws io.github.dyn53.host.StateUnavailableException when it failed to list the hosts
   */
  public SweepReport run(Instant deadline) {
    FoundHosts found = hosts.list();
    Collection<Host> all = found.hosts().values();
    Instant now = clock.instant();
    List<HostSave> silent = all.stream().flatMap(host -> silenced(host, now).stream()).toList();
    List<HostSave> expired = all.stream().flatMap(host -> expired(host, now).stream()).toList();
    List<HostSave> changed = Stream.concat(silent.stream(), expired.stream()).toList();
    var saves = Saves.of(hosts, changed);
    List<Hostname> due = new ArrayList<>();
    all.stream().filter(host -> isOverdue(host, now)).map(Host::hostname).forEach(due::add);
    changed.stream()
        .map(HostSave::host)
        .filter(host -> !host.isSettled() && saves.isDone(host.hostname()))
        .map(Host::hostname)
        .forEach(due::add);
    Map<Hostname, Publication> publications = backlog.publish(due, deadline).publications();
    List<Instant> pending =
        all.stream()
            .filter(host -> !(publications.get(host.hostname()) instanceof Publication.Published))
            .flatMap(host -> host.pending().stream())
            .map(Pending::since)
            .toList();
    return new SweepReport(
        all.size() + found.spoilt().size(),
        pending.size(),
        pending.stream().min(Instant::compareTo),
        due.size(),
        silent.size(),
        expired.size(),
        found.spoilt());
  }

  private static boolean isOverdue(Host host, Instant now) {
    return host.isFree(now)
        && host.pending()
            .flatMap(Pending::handedOver)
            .filter(from -> now.isBefore(from.plus(PATIENCE)))
            .isEmpty();
  }

  /** The save that a host's silence calls for. */
  private Optional<HostSave> silenced(Host host, Instant now) {
    return host.settings()
        .silence()
        .filter(silence -> host.isSettled() && isSilent(host, silence, now))
        .map(Silence::policy)
        .flatMap(
            policy -> policy == SilencePolicy.WITHDRAW ? withdrawn(host, now) : marked(host, now));
  }

  /**
   * Takes the challenges away whose time is over. A host that waits for something else has them
   * taken away once that is done, and one whose silence is being seen to at the next sweep.
   */
  private Optional<HostSave> expired(Host host, Instant now) {
    List<Challenge> live = host.liveChallenges(now);
    if (live.equals(host.challenges()) || !host.isSettled() || silenced(host, now).isPresent()) {
      return Optional.empty();
    }
    Host next = host.challenging(live, now).handedOver(now);
    Change change = Change.of(ChangeKind.EXPIRED, host, next, Actor.SERVICE, now);
    return Optional.of(HostSave.recorded(next, change.noting("challenges whose time was over")));
  }

  private static boolean isSilent(Host host, Silence silence, Instant now) {
    return host.activity()
        .lastSeen()
        .filter(seen -> seen.plus(silence.limit()).isBefore(now))
        .isPresent();
  }

  private static Optional<HostSave> withdrawn(Host host, Instant now) {
    if (host.wanted().equals(Addresses.NONE)) {
      return Optional.empty();
    }
    Host next = host.withdrawn(now).handedOver(now);
    return Optional.of(recorded(host, next, host.activity().describeSilence(), now));
  }

  /** Once for each silence. */
  private static Optional<HostSave> marked(Host host, Instant now) {
    String text = host.activity().describeSilence();
    if (host.activity().lastFault().map(Fault::text).equals(Optional.of(text))) {
      return Optional.empty();
    }
    return Optional.of(recorded(host, host.failed(text, now), text, now));
  }

  private static HostSave recorded(Host before, Host after, String text, Instant now) {
    return HostSave.recorded(
        after, Change.of(ChangeKind.SILENT, before, after, Actor.SERVICE, now).noting(text));
  }
}
