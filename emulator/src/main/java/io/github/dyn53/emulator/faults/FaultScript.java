package io.github.dyn53.emulator.faults;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Fault rules, and how many calls have matched each of them; not for several threads. */
final class FaultScript<E extends Enum<E>> {

  private final List<FaultRule<E>> rules;
  private final RandomGenerator random;
  private final int[] matchingCalls;

  FaultScript(List<FaultRule<E>> rules, RandomGenerator random) {
    this.rules = List.copyOf(rules);
    this.random = random;
    this.matchingCalls = new int[rules.size()];
  }

  Optional<Fault<E>> next(String action, Predicate<String> isSubject, String authorization) {
    for (int i = 0; i < rules.size(); i++) {
      FaultRule<E> rule = rules.get(i);
      if (matches(rule, action, isSubject)
          && rule.caller().map(caller -> caller.made(authorization)).orElse(true)
          && happens(rule, matchingCalls[i]++)) {
        return Optional.of(rule.fault());
      }
    }
    return Optional.empty();
  }

  private boolean happens(FaultRule<E> rule, int matchingCall) {
    return rule.isDueAt(matchingCall) && random.nextInt(100) < rule.percent();
  }

  private static boolean matches(FaultRule<?> rule, String action, Predicate<String> isSubject) {
    return rule.action().map(action::equals).orElse(true)
        && rule.subject().map(isSubject::test).orElse(true);
  }
}
