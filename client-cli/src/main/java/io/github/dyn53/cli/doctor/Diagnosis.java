package io.github.dyn53.cli.doctor;

import java.util.List;
import java.util.Optional;

/** All that was found. */
public record Diagnosis(List<FindingLine> findings) {

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /**
   * The worst finding: the first that failed, since later ones often follow from it; nothing where
   * none did.
   */
  public Optional<FindingLine> worst() {
    return findings.stream().filter(finding -> finding.level() == Level.FAIL).findFirst();
  }

  long count(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
