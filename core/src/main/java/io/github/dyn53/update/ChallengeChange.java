package io.github.dyn53.update;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.host.Challenge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a request asks of a host's challenges. */
public sealed interface ChallengeChange {

  /** This value is to be there, beside others. */
  record Add(TxtValue value) implements ChallengeChange {}

  /** This value is to go. */
  record Remove(TxtValue value) implements ChallengeChange {}

  /** All are to go. */
  record Clear() implements ChallengeChange {}

  /** The challenges that are wanted if this is granted; those whose time is over go as well. */
  default List<Challenge> applyTo(List<Challenge> before, Instant now) {
    List<Challenge> after = new ArrayList<>(before);
    after.removeIf(challenge -> challenge.isExpired(now));
    switch (this) {
      case Add(TxtValue value) -> add(after, new Challenge(value, now.plus(Challenge.LASTS)));
      case Remove(TxtValue value) -> after.removeIf(challenge -> challenge.value().equals(value));
      case Clear() -> after.clear();
    }
    return after;
  }

  /** The value that is to be there. */
  default Optional<TxtValue> added() {
    return this instanceof Add(TxtValue value) ? Optional.of(value) : Optional.empty();
  }

  /** A value that is there already keeps its time: to ask twice is to change nothing. */
  private static void add(List<Challenge> to, Challenge challenge) {
    if (to.stream().noneMatch(there -> there.value().equals(challenge.value()))) {
      to.add(challenge);
    }
    if (to.size() > Limits.MOST_CHALLENGES) {
      to.removeFirst();
    }
  }

  /** What the history says of it. */
  default String note() {
    return switch (this) {
      case Add unused -> "a challenge was added";
      case Remove unused -> "a challenge was taken away";
      case Clear() -> "the challenges were taken away";
    };
  }
}
