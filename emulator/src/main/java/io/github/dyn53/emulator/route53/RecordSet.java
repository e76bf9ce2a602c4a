package io.github.dyn53.emulator.route53;

import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * All records of one name and type: what Route 53 calls a simple resource record set.
 *
 * @param ttl in seconds
 * @param values as they were sent, in Route 53's text form; each one can be read
 */
public record RecordSet(Name name, RecordType type, long ttl, List<String> values) {
  public RecordSet {
    values = List.copyOf(values);
  }

  /**
   * These records as DNS messages carry them, for {@code owner}: this set's name, or one that a
   * wildcard matched.
   */
  public List<Record> recordsOf(Name owner) {
    return values.stream().map(value -> record(owner, value)).toList();
  }

  private Record record(Name owner, String value) {
    try {
      return RecordValues.read(owner, type, ttl, value);
    } catch (InvalidValueException e) {
      throw new IllegalStateException("a value of %s was stored unchecked".formatted(this), e);
    }
  }

  RecordKey key() {
    return RecordKey.of(name, type);
  }

  /** Whether {@code other} has the same TTL and, in any order, the same values. */
  boolean holdsSameAs(RecordSet other) {
    return ttl == other.ttl
        && values.size() == other.values.size()
        && values.containsAll(other.values);
  }
}
