package io.github.dyn53.emulator.route53;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The account's request rate, that of each action, and the change throughput.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests">Throttling
 *     of API requests</a>
 */
final class Throttles {
  private final InstantSource clock;
  private final Optional<TokenBucket> account;
  private final Optional<TokenBucket> changes;
  private final Map<Action, TokenBucket> byAction = new EnumMap<>(Action.class);

  Throttles(Route53Settings settings, InstantSource clock) {
    this.clock = clock;
    this.account = settings.requests().map(rate -> new TokenBucket(rate, clock));
    this.changes = settings.changes().map(rate -> new TokenBucket(rate, clock));
  }

  /**
   * Spends one token of the account and one of the action.
   *
   * @throws Refusal if either has none; then neither is spent
   */
  synchronized void takeRequest(Action action) {
    account.ifPresent(shared -> takeFromBoth(shared, ofAction(action)));
  }

  private TokenBucket ofAction(Action action) {
    return byAction.computeIfAbsent(action, known -> new TokenBucket(known.rate(), clock));
  }

  private static void takeFromBoth(TokenBucket shared, TokenBucket own) {
    if (!shared.holds(1) || !own.holds(1)) {
      throw Refusal.throttled();
    }
    shared.take(1);
    own.take(1);
  }

  /**
   * Spends change throughput.
   *
   * @throws Refusal if there is too little
   */
  synchronized void takeChanges(int cost) {
    changes.ifPresent(bucket -> take(bucket, cost));
  }

  private static void take(TokenBucket bucket, int cost) {
    if (!bucket.holds(cost)) {
      throw Refusal.throttled();
    }
    bucket.take(cost);
  }
}
