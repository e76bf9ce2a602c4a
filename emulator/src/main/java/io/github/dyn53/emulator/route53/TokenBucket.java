package io.github.dyn53.emulator.route53;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tokens that are spent at once and flow back evenly; not for several threads. */
final class TokenBucket {
  private final Rate rate;
  private final InstantSource clock;
  private double tokens;
  private Instant filledAt;

  TokenBucket(Rate rate, InstantSource clock) {
    this.rate = rate;
    this.clock = clock;
    this.tokens = rate.capacity();
    this.filledAt = clock.instant();
  }

  /**
   * Whether that many tokens are there now; of a full bucket more may be asked than it holds, and
   * leave a debt.
   */
  boolean holds(int wanted) {
    var now = clock.instant();
    double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
    tokens = Math.min(rate.capacity(), tokens + seconds * rate.perSecond());
    filledAt = now;
    return tokens >= Math.min(wanted, rate.capacity());
  }

  void take(int spent) {
    tokens -= spent;
  }
}
