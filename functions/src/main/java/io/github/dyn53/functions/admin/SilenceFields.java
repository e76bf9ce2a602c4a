package io.github.dyn53.functions.admin;

import io.github.dyn53.host.Silence;
import io.github.dyn53.host.SilencePolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * What a command says of a host that nobody updates.
 *
 * @param hours after how many hours something is done
 * @param policy what is done
 */
record SilenceFields(Optional<Integer> hours, Optional<Policy> policy) {

  private static final int LONGEST = 24 * 366;

  /** The policies as a command names them. */
  enum Policy {
    KEEP,
    MARK,
    WITHDRAW
  }

  static SilenceFields of(Fields fields) {
    int shortest = Math.toIntExact(Silence.SHORTEST.toHours());
    return new SilenceFields(
        fields.optionalInteger("silenceHours", shortest, LONGEST),
        fields.optionalChoice("silencePolicy", Policy.class));
  }

  Optional<Silence> applyTo(Optional<Silence> before) {
    Policy chosen = policy.orElse(policyOf(before));
    if (chosen == Policy.KEEP) {
      return Optional.empty();
    }
    Duration limit =
        hours
            .map(Duration::ofHours)
            .or(() -> before.map(Silence::limit))
            .orElseThrow(() ->
                new InvalidCommandException(
                    "silenceHours", "is needed: after how many hours without an update"));
    return Optional.of(new Silence(limit, SilencePolicy.valueOf(chosen.name())));
  }

  /** A limit alone is there to be told of. */
  private Policy policyOf(Optional<Silence> before) {
    return before
        .map(silence -> Policy.valueOf(silence.policy().name()))
        .orElse(hours.isPresent() ? Policy.MARK : Policy.KEEP);
  }
}
