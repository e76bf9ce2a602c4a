package io.github.dyn53.emulator.route53;

import java.util.List;

/** What became of a batch of changes: all of it, or nothing. */
sealed interface BatchOutcome {
  /** Every change holds. */
  record Applied(ZoneRecords records) implements BatchOutcome {}

  /** No change holds; {@code messages} has the reason for each that could not. */
  record Refused(List<String> messages) implements BatchOutcome {}
}
