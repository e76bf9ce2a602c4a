package io.github.dyn53.emulator.route53;

import java.util.List;
import java.util.Optional;

/** Fault rules, and how many calls have matched each of them; not for several threads. */
final class FaultScript {
  private final List<FaultRule> rules;
  private final int[] matchingCalls;

  FaultScript(List<FaultRule> rules) {
    this.rules = List.copyOf(rules);
    this.matchingCalls = new int[rules.size()];
  }

  Optional<Fault> next(Call call, Optional<HostedZone> zone) {
    for (int i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      if (matches(rule, call, zone) && rule.firesAt(matchingCalls[i]++)) {
        return Optional.of(rule.fault());
      }
    }
    return Optional.empty();
  }

  private static boolean matches(FaultRule rule, Call call, Optional<HostedZone> zone) {
    return rule.action().map(action -> action == call.action()).orElse(true)
        && rule.zone()
            .map(wanted -> zone.map(found -> isMeant(found, wanted)).orElse(false))
            .orElse(true);
  }

  private static boolean isMeant(HostedZone zone, String wanted) {
    return wanted.equals(zone.id())
        || wanted.equals("/hostedzone/" + zone.id())
        || HostedZones.isNamed(zone, wanted);
  }
}
