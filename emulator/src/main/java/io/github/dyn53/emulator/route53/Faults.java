package io.github.dyn53.emulator.route53;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.faults.Fault;
import io.github.dyn53.emulator.faults.FaultRule;
import io.github.dyn53.emulator.faults.FaultWords;
import io.github.dyn53.emulator.faults.ServiceFaults;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides which calls go wrong, and how; rules may be about one zone, by its name or id. */
public final class Faults {

  private final ServiceFaults<ErrorAnswer> faults;

  private Faults(ServiceFaults<ErrorAnswer> faults) {
    this.faults = faults;
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return scripted(List.of());
  }

  /**
   * Of each call the first of these rules that fires decides; rules after it do not count that
   * call.
   */
  public static Faults scripted(List<FaultRule<ErrorAnswer>> rules) {
    return new Faults(ServiceFaults.scripted(rules));
  }

  /**
   * The rules in this file, which is read again whenever it has changed.
   *
   * @param callers who can be killed; empty: nobody
   * @throws IllegalArgumentException if the file cannot be read now; the message names the file and
   *     the field
   */
  public static Faults inFile(Path file, Optional<Callers> callers) {
    var words =
        new FaultWords<>(
            List.of(ErrorAnswer.values()),
            Arrays.stream(Action.values()).map(Action::apiName).toList(),
            Optional.of("zone"),
            callers);
    return new Faults(ServiceFaults.inFile(file, words));
  }

  /**
   * What happens to a call.
   *
   * @param authorization its header of that name
   */
  Optional<Fault<ErrorAnswer>> next(Call call, Optional<HostedZone> zone, String authorization) {
    return faults.next(
        call.action().apiName(),
        wanted -> zone.filter(it -> isMeant(it, wanted)).isPresent(),
        authorization);
  }

  private static boolean isMeant(HostedZone zone, String wanted) {
    return wanted.equals(zone.id())
        || wanted.equals("/hostedzone/" + zone.id())
        || HostedZones.isNamed(zone, wanted);
  }
}
