package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Pending;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Judges what dyn53 does about record sets that somebody else has changed. */
final class DriftLedger {

  private final Map<RecordKey, Meddled> present = new HashMap<>();
  private final Set<RecordKey> ever = new HashSet<>();
  private final Consumer<String> complaints;

  DriftLedger(Consumer<String> complaints) {
    this.complaints = complaints;
  }

  /**
   * What somebody else has put in a record set's place.
   *
   * @param value what it holds now; nothing of an alias too
   * @param free whether dyn53 may change it without another wish
   * @param wishes how many wishes there were by then
   */
  private record Meddled(Optional<RecordSet> value, boolean isAlias, boolean free, int wishes) {}

  /** Somebody else changed a record set of a host. */
  void meddled(Meddling meddling, Host host, Optional<RecordSet> value, Track track) {
    RecordKey key = meddling.key();
    Optional<Meddled> before = Optional.ofNullable(present.get(key));
    boolean alias = meddling.kind() == Meddling.Kind.ALIASED;
    boolean pending =
        host.pending().filter(unsettled -> unsettled.keys().contains(key)).isPresent();
    // Where it was to be repaired already, the repair may be on its way.
    boolean repaired =
        host.settings().drift() == DriftPolicy.REPAIR && (!alias || before.isPresent());
    boolean free = pending || repaired || before.filter(Meddled::free).isPresent();
    present.put(key, new Meddled(value, alias, free, track.wishes()));
    ever.add(key);
  }

  /** A zone carried out a change of dyn53's. */
  void changed(RecordKey key, Track track) {
    if (track.wishes() == 1) {
      complaints.accept("a foreign record set was touched: " + key.text());
    }
    Meddled meddled = present.remove(key);
    if (meddled != null && !meddled.free() && meddled.wishes() == track.wishes()) {
      complaints.accept(
          "what somebody else put there was touched: %s %s".formatted(key.text(), meddled));
    }
  }

  boolean isAlias(RecordKey key) {
    return Optional.ofNullable(present.get(key)).filter(Meddled::isAlias).isPresent();
  }

  /** What a zone is to hold, given what it would hold if nobody else had access. */
  Optional<RecordSet> expected(RecordKey key, Optional<RecordSet> wished) {
    Meddled meddled = present.get(key);
    return meddled == null ? wished : meddled.value();
  }

  /** Whether the zone may once have held what dyn53 did not put there, and so did not change. */
  boolean wasMeddled(RecordKey key) {
    return ever.contains(key);
  }

  /** Whether a refusal may be because somebody else changed something of the host. */
  boolean explainAnswer(Host host) {
    return host.recordKeys().stream().anyMatch(ever::contains);
  }

  /** Whether a host waits because of an alias, and says so. */
  boolean explainWait(Host host) {
    String fault = host.activity().lastFault().map(Fault::text).orElse("nothing");
    return host.pending().map(Pending::keys).orElse(Set.of()).stream()
        .anyMatch(key -> isAlias(key) && fault.equals(ZonePage.describeForeign(key)));
  }

  /** Zones were compared, and nothing disturbed it: each difference is repaired or reported. */
  void compared(Collection<Host> hosts, Function<RecordKey, Optional<RecordSet>> zone) {
    for (Host host : hosts) {
      if (host.isSettled()) {
        host.wantedRecordSets()
            .forEach((key, wanted) -> {
              if (!zone.apply(key).equals(Optional.of(wanted))) {
                judgeLeft(host, key);
              }
            });
      }
    }
  }

  private void judgeLeft(Host host, RecordKey key) {
    if (host.settings().drift() == DriftPolicy.REPAIR && !isAlias(key)) {
      complaints.accept("drift was not repaired: " + key.text());
    }
    String said = host.activity().lastDrift().map(Fault::text).orElse("nothing");
    if (!said.contains(key.text())) {
      complaints.accept("drift was not reported: %s says %s".formatted(key.text(), said));
    }
  }
}
