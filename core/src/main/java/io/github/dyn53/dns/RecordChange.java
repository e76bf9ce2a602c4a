package io.github.dyn53.dns;

/** One change of a batch; a batch is applied whole or not at all. */
public sealed interface RecordChange {

  /** The record set to be written or deleted. */
  RecordSet recordSet();

  /**
   * How many of a batch's records it counts as: a set that is replaced counts twice.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-changeresourcerecordsets">Limits
   *     of ChangeResourceRecordSets</a>
   */
  default int weight() {
    return factor() * recordSet().values().size();
  }

  /** How many of a batch's characters it counts as. */
  default int characters() {
    return factor() * recordSet().values().stream().mapToInt(String::length).sum();
  }

  private int factor() {
    return this instanceof Upsert ? 2 : 1;
  }

  /** The zone holds {@code recordSet} afterwards, whatever was there before. */
  record Upsert(RecordSet recordSet) implements RecordChange {}

  /** Takes away a record set that must match in type, TTL and values. */
  record Delete(RecordSet recordSet) implements RecordChange {}
}
