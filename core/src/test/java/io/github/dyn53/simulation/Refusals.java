package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What zones won't take in a run, and which hosts that explains. */
final class Refusals {

  private final Instant start;
  private final InstantSource clock;
  private List<Refusal> refusals;

  Refusals(List<Refusal> refusals, InstantSource clock) {
    this.refusals = refusals;
    this.start = clock.instant();
    this.clock = clock;
  }

  /** From now on the zones take everything. */
  void end() {
    refusals = List.of();
  }

  /** Why a zone takes nothing. */
  Optional<Refusal> of(ZoneId zone) {
    return inForce(zone).stream().filter(refusal -> refusal.key().isEmpty()).findFirst();
  }

  /** Why a zone does not take this record set. */
  Optional<Refusal> of(ZoneId zone, RecordKey key) {
    return inForce(zone).stream()
        .filter(refusal -> refusal.key().equals(Optional.of(key)))
        .findFirst();
  }

  private List<Refusal> inForce(ZoneId zone) {
    return refusals.stream()
        .filter(refusal -> refusal.zone().equals(zone) && refusal.overlaps(now(), now()))
        .toList();
  }

  private Duration now() {
    return Duration.between(start, clock.instant());
  }

  /** Whether something of a host may have been refused since then. */
  boolean explainAnswer(Host host, Instant since) {
    Duration begin = Duration.between(start, since);
    return refusals.stream()
        .anyMatch(refusal -> refusal.isAbout(host) && refusal.overlaps(begin, now()));
  }

  /** Whether a host waits because of something that is refused, and says so. */
  boolean explainWait(Host host) {
    Set<RecordKey> keys = host.pending().map(Pending::keys).orElse(Set.of());
    String fault = host.activity().lastFault().map(Fault::text).orElse("nothing");
    return inForce(host.settings().zone()).stream()
        .filter(refusal -> refusal.key().map(keys::contains).orElse(true))
        .anyMatch(refusal -> fault.equals(refusal.exception().getMessage()));
  }
}
