package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.host.StateUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what came of one attempt to publish hosts, and finds the newer wishes. */
final class Settling {

  /** By then a change that was sent and not answered has reached its zone, or never will. */
  private static final Duration QUARANTINE = Duration.ofSeconds(5);

  private final Hosts hosts;
  private final Instant now;
  private final Map<Hostname, Result> results = new LinkedHashMap<>();

  Settling(Hosts hosts, InstantSource clock) {
    this.hosts = hosts;
    this.now = clock.instant();
  }

  /**
   * What is to be written of a host.
   *
   * @param host as it was published
   * @param leftFrom from when on the next writer may take it, and a newer wish too; absent where
   *     this one goes on
   */
  private record Result(
      Host host, HostSave save, Publication publication, Optional<Instant> leftFrom) {}

  /** Takes note of what came of one host. */
  void add(Host host, Attempt attempt) {
    switch (attempt) {
      case Attempt.Taken() ->
          put(host, HostSave.silent(host.confirmed()), new Publication.Published());
      case Attempt.Refused(String text) ->
          put(host, refused(host, text), new Publication.Refused(text));
      case Attempt.Unavailable(Reason reason, String text) ->
          giveUp(host, reason == Reason.UNKNOWN ? now.plus(QUARANTINE) : now, text);
    }
  }

  /**
   * Leaves hosts to the next writer.
   *
   * @param given from when on that one may take each
   */
  void giveUp(Map<Host, Instant> given, String text) {
    given.forEach((host, from) -> giveUp(host, from, text));
  }

  private void giveUp(Host host, Instant from, String text) {
    var publication = new Publication.HandedOver(text);
    HostSave save = HostSave.silent(host.givenUp(from, text, now));
    results.put(host.hostname(), new Result(host, save, publication, Optional.of(from)));
  }

  private void put(Host host, HostSave save, Publication publication) {
    results.put(host.hostname(), new Result(host, save, publication, Optional.empty()));
  }

  /** The history says it once, not at each attempt. */
  private HostSave refused(Host host, String text) {
    Host next = host.refused(text, now);
    boolean known = host.activity().lastFault().map(Fault::text).equals(Optional.of(text));
    return known
        ? HostSave.silent(next)
        : HostSave.recorded(
            next, Change.of(ChangeKind.FAILED, host, next, Actor.SERVICE, now).noting(text));
  }

  /**
   * The hosts with newer wishes, whose leases are still the caller's.
   *
   * @param toPublish whose older wish was published or refused
   * @param toGiveUp whose older wish could not be published, and from when on the next writer may
   *     take them: no sooner for a newer wish, since the older one may still reach the zone
   */
  record Newer(List<Host> toPublish, Map<Host, Instant> toGiveUp) {

    private void add(Host host, Optional<Instant> leftFrom) {
      leftFrom.ifPresentOrElse(from -> toGiveUp.put(host, from), () -> toPublish.add(host));
    }

    boolean isEmpty() {
      return toPublish.isEmpty() && toGiveUp.isEmpty();
    }
  }

  /**
   * Writes it all down.
   *
   * @param publications takes what came of each host
   */
  Newer settle(Map<Hostname, Publication> publications) {
    var saves = Saves.of(hosts, results.values().stream().map(Result::save).toList());
    // Where a save is in doubt, the zone is right or the lease runs out: the answer stands.
    results.forEach((hostname, result) -> publications.put(hostname, result.publication()));
    if (saves.lost().isEmpty()) {
      return new Newer(List.of(), Map.of());
    }
    return reread(saves.lost(), publications);
  }

  private Newer reread(Collection<Hostname> lost, Map<Hostname, Publication> publications) {
    FoundHosts current;
    try {
      current = hosts.read(lost);
    } catch (StateUnavailableException e) {
      lost.forEach(name -> publications.put(name, new Publication.HandedOver(unread(e))));
      return new Newer(List.of(), Map.of());
    }
    var newer = new Newer(new ArrayList<>(), new LinkedHashMap<>());
    List<Result> behind =
        results.values().stream().filter(r -> lost.contains(r.host().hostname())).toList();
    for (Result result : behind) {
      Hostname hostname = result.host().hostname();
      Optional<Host> found = current.host(hostname);
      if (found.filter(host -> isSame(result.host(), host)).isPresent()) {
        newer.add(found.get(), result.leftFrom());
      } else if (found.filter(host -> isConfirmed(result.host(), host)).isEmpty()) {
        publications.put(hostname, new Publication.HandedOver(takenOver(current, hostname)));
      }
    }
    return newer;
  }

  private static String takenOver(FoundHosts current, Hostname hostname) {
    return current.spoilt(hostname).map(SpoiltHost::describe).orElse("another writer took it over");
  }

  private static String unread(StateUnavailableException e) {
    return String.valueOf(e.getMessage());
  }

  /** Whether the lease is still the one under which the host was published. */
  private static boolean isSame(Host published, Host current) {
    return current.lease().isPresent() && current.lease().equals(published.lease());
  }

  /** A confirm that was carried out twice: the first answer was lost. */
  private static boolean isConfirmed(Host published, Host current) {
    return current.isSettled()
        && current.version() == published.version() + 1
        && current.wanted().equals(published.wanted());
  }
}
