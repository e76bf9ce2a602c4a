package io.github.dyn53.simulation;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.HostUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Judges a run by the three invariants of design §4. It is told of every save and of every change
 * of a zone at the moment it is carried out.
 */
final class Ledger {

  private final Map<RecordKey, Track> tracks = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final ChallengeLedger challenges;
  private final Consumer<Supplier<String>> log;

  /**
   * A ledger without entries.
   *
   * @param log gets each entry
   */
  Ledger(InstantSource clock, Consumer<Supplier<String>> log) {
    this.challenges = new ChallengeLedger(clock, complaints::add);
    this.log = log;
  }

  /** How far things were when a request began. */
  record Mark(Map<RecordKey, Integer> wishes, Map<RecordKey, Integer> held) {}

  /** What the run did that it must not do; empty where it did nothing of the kind. */
  List<String> complaints() {
    return complaints;
  }

  /**
   * A host was saved.
   *
   * @param asked what the writer was asked to change of this host; nothing of most writers
   */
  void saved(Host before, Host after, Optional<HostUpdate> asked) {
    log.accept(() ->
        "SAVED %s version %d: wants %s, pending %s"
            .formatted(
                after.hostname(), after.version(), after.wanted().describe(), after.pending()));
    challenges.saved(before, after, asked.flatMap(HostUpdate::challenge));
    if (!after.wanted().equals(before.wanted())) {
      Addresses granted = asked.map(update -> applied(update, before)).orElse(before.wanted());
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

  private static Addresses applied(HostUpdate update, Host before) {
    Addresses result = before.wanted();
    for (Family family : Family.values()) {
      result =
          switch (update.of(family)) {
            case AddressChange.Keep() -> result;
            case AddressChange.Set(IpAddress address) -> result.with(address);
            case AddressChange.SetPrefix unused ->
                throw new IllegalArgumentException("the prefix has become an address by then");
            case AddressChange.Clear() -> result.without(family);
          };
    }
    return result;
  }

  /** A zone carried out a change. */
  void changed(RecordChange change) {
    RecordKey key = change.recordSet().key();
    Optional<RecordSet> value =
        change instanceof RecordChange.Upsert ? Optional.of(change.recordSet()) : Optional.empty();
    log.accept(() -> "CHANGED %s: %s".formatted(key.text(), value.map(RecordSet::values)));
    if (!track(key).hold(value)) {
      complaints.add(
          "3: %s went back to %s: %s".formatted(key.text(), value, track(key).describe()));
    }
  }

  /** How far things are now. */
  Mark mark() {
    var mark = new Mark(new LinkedHashMap<>(), new LinkedHashMap<>());
    tracks.forEach((key, track) -> {
      mark.wishes().put(key, track.wishes() - 1);
      mark.held().put(key, track.changes() - 1);
    });
    return mark;
  }

  /** A request was answered for one host. */
  void answered(Mark begin, Host host, HostUpdate update, HostOutcome outcome) {
    boolean promised =
        outcome instanceof HostOutcome.Changed || outcome instanceof HostOutcome.HandedOver;
    boolean unchanged = outcome instanceof HostOutcome.Unchanged;
    if (!promised && !unchanged) {
      return;
    }
    asAsked(update, host)
        .forEach((key, value) -> {
          Track track = track(key);
          if (!track.wasWished(value, begin.wishes().getOrDefault(key, 0))) {
            complaints.add(
                "2: answered %s, but %s was never wished: %s"
                    .formatted(outcome, update, key.text()));
          }
          if (unchanged && !track.wasHeld(value, begin.held().getOrDefault(key, 0))) {
            complaints.add(
                "2: answered nochg, but %s did not hold %s".formatted(key.text(), update));
          }
        });
  }

  /** What each record set that an update names is like once it is granted. */
  private static Map<RecordKey, Predicate<Optional<RecordSet>>> asAsked(
      HostUpdate update, Host host) {
    if (update.challenge().isPresent()) {
      return Map.of(
          ChallengeLedger.key(update.hostname()),
          ChallengeLedger.asAsked(update.challenge().get()));
    }
    Map<RecordKey, RecordSet> asked = withOnly(applied(update, host), host).wantedRecordSets();
    Map<RecordKey, Predicate<Optional<RecordSet>>> values = new LinkedHashMap<>();
    for (RecordKey key : keysOf(update, host)) {
      values.put(key, Optional.ofNullable(asked.get(key))::equals);
    }
    return values;
  }

  /** The record sets that an update names. */
  private static Set<RecordKey> keysOf(HostUpdate update, Host host) {
    Addresses all =
        Addresses.NONE
            .with(IpAddress.parse("192.0.2.1").orElseThrow())
            .with(IpAddress.parse("2001:db8::1").orElseThrow());
    Set<RecordKey> keys = new TreeSet<>(Comparator.comparing(RecordKey::text));
    keys.addAll(withOnly(all, host).wantedRecordSets().keySet());
    keys.removeIf(key -> !isNamed(update, key));
    return keys;
  }

  private static boolean isNamed(HostUpdate update, RecordKey key) {
    return update.changes().keySet().stream().anyMatch(family -> family.recordType() == key.type());
  }

  private static Host withOnly(Addresses wanted, Host host) {
    return new Host(
        host.hostname(),
        host.settings(),
        wanted,
        host.published(),
        host.challenges(),
        host.pending(),
        host.version(),
        host.activity());
  }

  /**
   * A sweep is over that nothing disturbed.
   *
   * @param before the hosts as it found them
   */
  void swept(FoundHosts before, FoundHosts after, Instant began) {
    challenges.swept(before, after, began);
  }

  /** All is quiet: compares what is stored and what the zones hold with the newest wishes. */
  void ended(List<Host> hosts, Function<RecordKey, Optional<RecordSet>> zone) {
    for (Host host : hosts) {
      if (!host.isSettled()) {
        complaints.add("1: %s is still pending".formatted(host.hostname()));
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
      if (!zone.apply(key).equals(track.newest())) {
        complaints.add(
            "1: the zone holds %s, wished was %s".formatted(zone.apply(key), track.describe()));
      }
    });
  }

  private Track track(RecordKey key) {
    return tracks.computeIfAbsent(key, unused -> new Track());
  }
}
