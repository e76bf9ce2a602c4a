package io.github.dyn53.dns;

/** One change of a batch; a batch is applied whole or not at all. */
public sealed interface RecordChange {

  /** The record set to be written or deleted. */
  RecordSet recordSet();

  /** The zone holds {@code recordSet} afterwards, whatever was there before. */
  record Upsert(RecordSet recordSet) implements RecordChange {}

  /** Takes away a record set that must match in type, TTL and values. */
  record Delete(RecordSet recordSet) implements RecordChange {}
}
