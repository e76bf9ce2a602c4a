package io.github.dyn53.emulator.route53;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of one request, to be made together or not at all.
 *
 * @param comment empty for none
 */
record ChangeBatch(List<RecordSetChange> changes, String comment) {
  private static final int MAX_ELEMENTS = 1_000;
  private static final int MAX_CHARACTERS = 32_000;

  ChangeBatch {
    changes = List.copyOf(changes);
  }

  /** What the batch spends of the account's change throughput. */
  int cost() {
    return changes.stream().mapToInt(change -> change.action().weight()).sum();
  }

  /**
   * The limits that the batch exceeds, in Route 53's words; those of an UPSERT count twice.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-changeresourcerecordsets">Quotas
   *     on ChangeResourceRecordSets</a>
   */
  List<String> exceededLimits() {
    var exceeded = new ArrayList<String>();
    if (changes.stream().mapToInt(RecordSetChange::elements).sum() > MAX_ELEMENTS) {
      exceeded.add("Number of records limit of %d exceeded.".formatted(MAX_ELEMENTS));
    }
    if (changes.stream().mapToInt(RecordSetChange::characters).sum() > MAX_CHARACTERS) {
      exceeded.add("Number of characters limit of %d exceeded.".formatted(MAX_CHARACTERS));
    }
    return exceeded;
  }
}
