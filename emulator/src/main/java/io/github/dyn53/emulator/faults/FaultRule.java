package io.github.dyn53.emulator.faults;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a fault happens.
 *
 * @param <E> the errors of the service
 * @param action the only action that it happens to, as the API names it; empty: any
 * @param subject the only thing that it happens to calls about, in the words of the service; empty:
 *     any, also calls that name none
 * @param caller who makes the only calls that it happens to; empty: anybody
 * @param after how many matching calls pass before the first one that it may happen to
 * @param times how many matching calls it then may happen to; empty: all
 * @param percent the share of these calls that it does happen to, picked at random; 100: each
 */
public record FaultRule<E extends Enum<E>>(
    Optional<String> action,
    Optional<String> subject,
    Optional<Caller> caller,
    int after,
    OptionalInt times,
    int percent,
    Fault<E> fault) {

  /** The processes of one function. */
  record Caller(Callers callers, String function) {

    boolean made(String authorization) {
      return callers.isOf(function, authorization);
    }
  }

  /** Checks the counts. */
  public FaultRule {
    if (after < 0 || times.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "not a count of calls: after %d, times %s".formatted(after, times));
    }
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("not a share of calls: %d percent".formatted(percent));
    }
  }

  /** The fault at every call of the action, from now on. */
  public static <E extends Enum<E>> FaultRule<E> always(String action, Fault<E> fault) {
    return new FaultRule<>(
        Optional.of(action),
        Optional.empty(),
        Optional.empty(),
        0,
        OptionalInt.empty(),
        100,
        fault);
  }

  /** The fault at the next call of the action. */
  public static <E extends Enum<E>> FaultRule<E> once(String action, Fault<E> fault) {
    return new FaultRule<>(
        Optional.of(action), Optional.empty(), Optional.empty(), 0, OptionalInt.of(1), 100, fault);
  }

  boolean isDueAt(int matchingCall) {
    return matchingCall >= after && (times.isEmpty() || matchingCall < after + times.getAsInt());
  }
}
