package io.github.dyn53.emulator.route53;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides which calls go wrong, and how. */
public final class Faults {
  private final FaultSource source;

  private Faults(FaultSource source) {
    this.source = source;
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return scripted(List.of());
  }

  /**
   * Of each call the first of these rules that fires decides; rules after it do not count that
   * call.
   */
  public static Faults scripted(List<FaultRule> rules) {
    var script = new FaultScript(rules);
    return new Faults(() -> script);
  }

  /**
   * The rules in this file, as {@link FaultFile} describes them. It is read again whenever it has
   * changed, which starts all counts anew; while it cannot be read the rules stay as they were, and
   * the log says why.
   *
   * @throws IllegalArgumentException if the file cannot be read now; the message names the file and
   *     the field
   */
  public static Faults inFile(Path file) {
    return new Faults(new FaultFile(file));
  }

  synchronized Optional<Fault> next(Call call, Optional<HostedZone> zone) {
    return source.current().next(call, zone);
  }
}
