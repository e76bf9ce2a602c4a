package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.HostUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Judges a run by the three invariants of design §4. It is told of every save and of every change
 * of a zone at the moment it is carried out.
 */
final class Ledger {

  private final Map<RecordKey, Track> tracks = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final ChallengeLedger challenges;
  private final SilenceLedger silences;
  private final LimitLedger limits;
  private final DriftLedger drift = new DriftLedger(complaints::add);
  private final Refusals refusals;
  private final InstantSource clock;
  private final Consumer<Supplier<String>> log;

  /**
   * A ledger without entries.
   *
   * @param limits what the token may do
   * @param refusals what the zones won't take
   * @param log gets each entry
   */
  Ledger(Limits limits, Refusals refusals, InstantSource clock, Consumer<Supplier<String>> log) {
    this.limits = new LimitLedger(limits, clock, complaints::add);
    this.challenges = new ChallengeLedger(clock, complaints::add);
    this.silences = new SilenceLedger(clock, complaints::add);
    this.refusals = refusals;
    this.clock = clock;
    this.log = log;
  }

  /** How far things were when a request began. */
  record Mark(Instant at, Map<RecordKey, Integer> wishes, Map<RecordKey, Integer> held) {}

  /** What the run did that it must not do; empty where it did nothing of the kind. */
  List<String> complaints() {
    return complaints;
  }

  /**
   * A host was saved.
   *
   * @param writer who was asked for something of this host, or for nothing
   */
  void saved(Host before, HostSave save, Writer writer) {
    Host after = save.host();
    Optional<HostUpdate> asked = writer.asked(after.hostname());
    log.accept(() ->
        "SAVED %s version %d: wants %s, pending %s"
            .formatted(
                after.hostname(), after.version(), after.wanted().describe(), after.pending()));
    challenges.saved(before, after, asked.flatMap(HostUpdate::challenge));
    silences.saved(before, save, asked);
    limits.saved(before, after, writer);
    if (!after.wanted().equals(before.wanted()) && !SilenceLedger.isOf(save)) {
      Addresses granted =
          asked.map(update -> Granted.addresses(update, before)).orElse(before.wanted());
      if (!after.wanted().equals(granted)) {
        complaints.add(
            "2: a wish was forgotten: %s wants %s in place of %s, asked was %s"
                .formatted(after.hostname(), after.wanted(), before.wanted(), asked));
      }
    }
    Map<RecordKey, RecordSet> old = before.wantedRecordSets();
    Map<RecordKey, RecordSet> current = after.wantedRecordSets();
    Set<RecordKey> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(current.keySet());
    for (RecordKey key : keys) {
      Optional<RecordSet> wish = Optional.ofNullable(current.get(key));
      track(key).wish(wish);
    }
  }

  /** A zone carried out a change. */
  void changed(RecordChange change) {
    RecordKey key = change.recordSet().key();
    Optional<RecordSet> value =
        change instanceof RecordChange.Upsert ? Optional.of(change.recordSet()) : Optional.empty();
    log.accept(() -> "CHANGED %s: %s".formatted(key.text(), value.map(RecordSet::values)));
    drift.changed(key, track(key));
    if (!track(key).hold(value)) {
      complaints.add(
          "3: %s went back to %s: %s".formatted(key.text(), value, track(key).describe()));
    }
  }

  /** Somebody else changed a record set of a host, which then has this value. */
  void meddled(Meddling meddling, Host host, Optional<RecordSet> value) {
    log.accept(() -> "MEDDLED %s: %s".formatted(meddling.key().text(), meddling.kind()));
    drift.meddled(meddling, host, value, track(meddling.key()));
  }

  /** Whether the last thing that was put there is an alias. */
  boolean isAlias(RecordKey key) {
    return drift.isAlias(key);
  }

  /** How far things are now. */
  Mark mark() {
    var mark = new Mark(clock.instant(), new LinkedHashMap<>(), new LinkedHashMap<>());
    tracks.forEach((key, track) -> {
      mark.wishes().put(key, track.wishes() - 1);
      mark.held().put(key, track.changes() - 1);
    });
    return mark;
  }

  /** A request was answered for one host. */
  void answered(Mark begin, Writer writer, Host host, HostOutcome outcome) {
    limits.answered(writer, host, outcome);
    HostUpdate update = writer.asked(host.hostname()).orElseThrow();
    boolean promised =
        outcome instanceof HostOutcome.Changed || outcome instanceof HostOutcome.HandedOver;
    boolean unchanged = outcome instanceof HostOutcome.Unchanged;
    boolean refused = outcome instanceof HostOutcome.ZoneRefused;
    if (refused && !refusals.explainAnswer(host, begin.at()) && !drift.explainAnswer(host)) {
      complaints.add("nothing of %s was refused: %s".formatted(host.hostname(), outcome));
    }
    if (!promised && !unchanged) {
      return;
    }
    Granted.recordSets(update, host)
        .forEach((key, value) -> {
          Track track = track(key);
          if (!track.wasWished(value, begin.wishes().getOrDefault(key, 0))) {
            complaints.add(
                "2: answered %s, but %s was never wished: %s"
                    .formatted(outcome, update, key.text()));
          }
          boolean held = track.wasHeld(value, begin.held().getOrDefault(key, 0));
          if (unchanged && !held && !drift.wasMeddled(key)) {
            complaints.add(
                "2: answered nochg, but %s did not hold %s".formatted(key.text(), update));
          }
        });
  }

  /**
   * A sweep is over that nothing disturbed.
   *
   * @param before the hosts as it found them
   */
  void swept(FoundHosts before, FoundHosts after, Instant began) {
    challenges.swept(before, after, began);
    silences.swept(before, after, began);
  }

  /** All is quiet: compares what is stored and what the zones hold with the newest wishes. */
  void ended(List<Host> hosts, Function<RecordKey, Optional<RecordSet>> zone) {
    Set<RecordKey> refused = new HashSet<>();
    for (Host host : hosts) {
      if (refusals.explainWait(host) || drift.explainWait(host)) {
        refused.addAll(host.pending().orElseThrow().keys());
      } else if (!host.isSettled()) {
        complaints.add(
            "1: %s is still pending, and says %s"
                .formatted(host.hostname(), host.activity().lastFault()));
      }
      host.wantedRecordSets()
          .forEach((key, wanted) -> {
            if (!track(key).newest().equals(Optional.of(wanted))) {
              complaints.add(
                  "1: %s is wanted in place of %s".formatted(wanted, track(key).describe()));
            }
          });
    }
    tracks.forEach((key, track) -> {
      Optional<RecordSet> expected = drift.expected(key, track.newest());
      if (!refused.contains(key) && !zone.apply(key).equals(expected)) {
        complaints.add(
            "1: the zone holds %s, wished was %s".formatted(zone.apply(key), track.describe()));
      }
    });
  }

  /** Zones were compared with what was published, and nothing disturbed it. */
  void compared(List<Host> hosts, Function<RecordKey, Optional<RecordSet>> zone) {
    drift.compared(hosts, zone);
  }

  private Track track(RecordKey key) {
    return tracks.computeIfAbsent(key, unused -> new Track());
  }
}
