package io.github.dyn53.emulator.route53;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a fault happens.
 *
 * @param action the only action that it happens to; empty: any
 * @param zone the name or id of the only zone that it happens to; empty: any, also calls that name
 *     no zone
 * @param after how many matching calls pass before the first one that it happens to
 * @param times how many matching calls it then happens to; empty: all
 */
public record FaultRule(
    Optional<Action> action, Optional<String> zone, int after, OptionalInt times, Fault fault) {
  public FaultRule {
    if (after < 0 || times.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "not a count of calls: after %d, times %s".formatted(after, times));
    }
  }

  /** The fault at every call of the action, from now on. */
  public static FaultRule always(Action action, Fault fault) {
    return new FaultRule(Optional.of(action), Optional.empty(), 0, OptionalInt.empty(), fault);
  }

  /** The fault at the next call of the action. */
  public static FaultRule once(Action action, Fault fault) {
    return new FaultRule(Optional.of(action), Optional.empty(), 0, OptionalInt.of(1), fault);
  }

  boolean firesAt(int matchingCall) {
    return matchingCall >= after && (times.isEmpty() || matchingCall < after + times.getAsInt());
  }
}
