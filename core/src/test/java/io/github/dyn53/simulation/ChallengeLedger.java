package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.ChallengeChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Judges what becomes of challenges: one comes because it is asked for, and goes because it is
 * asked to, because its time is over or because a host has room for ten.
 */
final class ChallengeLedger {

  /** How long after its decision a save may be carried out: a request is over by then. */
  private static final Duration LATE = Duration.ofSeconds(15);

  private final InstantSource clock;
  private final Consumer<String> complaints;

  ChallengeLedger(InstantSource clock, Consumer<String> complaints) {
    this.clock = clock;
    this.complaints = complaints;
  }

  /** A host was saved by a writer who was asked for this, or for nothing of its challenges. */
  void saved(Host before, Host after, Optional<ChallengeChange> asked) {
    List<Challenge> gone = without(before.challenges(), after.challenges());
    List<Challenge> come = without(after.challenges(), before.challenges());
    if (gone.isEmpty() && come.isEmpty()) {
      return;
    }
    List<Challenge> room = come.isEmpty() ? List.of() : pushedOut(before);
    gone.removeIf(challenge ->
        isExpired(challenge) || room.contains(challenge) || isToGo(challenge.value(), asked));
    come.removeIf(challenge -> isNew(challenge) && isToBe(challenge.value(), asked));
    if (!gone.isEmpty() || !come.isEmpty() || !isDone(after, asked)) {
      complaints.accept(
          "2: %s has %s in place of %s, asked was %s"
              .formatted(after.hostname(), after.challenges(), before.challenges(), asked));
    }
  }

  private static List<Challenge> without(List<Challenge> all, List<Challenge> others) {
    List<Challenge> rest = new ArrayList<>(all);
    rest.removeAll(others);
    return rest;
  }

  private List<Challenge> pushedOut(Host before) {
    List<Challenge> live = before.liveChallenges(clock.instant());
    return live.size() < Limits.MOST_CHALLENGES ? List.of() : live.subList(0, 1);
  }

  private boolean isExpired(Challenge challenge) {
    return !clock.instant().isBefore(challenge.expires());
  }

  private boolean isNew(Challenge challenge) {
    Instant longest = clock.instant().plus(Challenge.LASTS);
    return !challenge.expires().isAfter(longest)
        && challenge.expires().isAfter(longest.minus(LATE));
  }

  private static boolean isToBe(TxtValue value, Optional<ChallengeChange> asked) {
    return asked.filter(new ChallengeChange.Add(value)::equals).isPresent();
  }

  private static boolean isToGo(TxtValue value, Optional<ChallengeChange> asked) {
    return asked
        .filter(change ->
            change instanceof ChallengeChange.Clear
                || change.equals(new ChallengeChange.Remove(value)))
        .isPresent();
  }

  private static boolean isDone(Host after, Optional<ChallengeChange> asked) {
    return asked
        .map(change ->
            switch (change) {
              case ChallengeChange.Add(TxtValue value) -> after.challenge(value).isPresent();
              case ChallengeChange.Remove(TxtValue value) -> after.challenge(value).isEmpty();
              case ChallengeChange.Clear() -> after.challenges().isEmpty();
            })
        .orElse(true);
  }

  /** What the record set of a host's challenges is like that has what a request asked for. */
  static Predicate<Optional<RecordSet>> asAsked(ChallengeChange asked) {
    return switch (asked) {
      case ChallengeChange.Add(TxtValue value) -> set -> holds(set, value);
      case ChallengeChange.Remove(TxtValue value) -> set -> !holds(set, value);
      case ChallengeChange.Clear() -> Optional::isEmpty;
    };
  }

  private static boolean holds(Optional<RecordSet> recordSet, TxtValue value) {
    return recordSet.filter(set -> set.values().contains('"' + value.text() + '"')).isPresent();
  }

  /** The record set of a host's challenges. */
  static RecordKey key(Hostname hostname) {
    return new RecordKey(hostname.challengeName().orElseThrow(), RecordType.TXT);
  }

  /**
   * A sweep is over that nothing disturbed: of hosts that waited for nothing, no challenge is left
   * whose time was over when it began.
   *
   * @param before the hosts as it found them
   */
  void swept(FoundHosts before, FoundHosts after, Instant began) {
    for (Host old : before.hosts().values()) {
      Host host = after.host(old.hostname()).orElseThrow();
      if (old.isSettled() && !isSilenced(old, host)) {
        old.challenges().stream()
            .filter(challenge -> challenge.isExpired(began))
            .filter(host.challenges()::contains)
            .forEach(challenge ->
                complaints.accept("1: %s still has %s".formatted(host.hostname(), challenge)));
      }
    }
  }

  /** One thing at a time: a host's silence is seen to first, in either way. */
  private static boolean isSilenced(Host before, Host after) {
    return !before.wanted().equals(after.wanted())
        || !before.activity().lastFault().equals(after.activity().lastFault());
  }
}
