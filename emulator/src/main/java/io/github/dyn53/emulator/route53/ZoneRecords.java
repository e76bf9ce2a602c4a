package io.github.dyn53.emulator.route53;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/**
 * The record sets of one zone in the order in which Route 53 lists them; changing makes a new one.
 */
final class ZoneRecords {
  private final NavigableMap<RecordKey, RecordSet> sets;

  private ZoneRecords(NavigableMap<RecordKey, RecordSet> sets) {
    this.sets = sets;
  }

  static ZoneRecords of(Collection<RecordSet> recordSets) {
    var sets = new TreeMap<RecordKey, RecordSet>();
    recordSets.forEach(set -> sets.put(set.key(), set));
    return new ZoneRecords(sets);
  }

  /** A copy that its owner may change before handing it on. */
  NavigableMap<RecordKey, RecordSet> copy() {
    return new TreeMap<>(sets);
  }

  static ZoneRecords owning(NavigableMap<RecordKey, RecordSet> sets) {
    return new ZoneRecords(sets);
  }

  int size() {
    return sets.size();
  }

  Stream<RecordSet> stream() {
    return sets.values().stream();
  }

  /** From the first set that is not before {@code start}. */
  Stream<RecordSet> from(RecordKey start) {
    return sets.tailMap(start, true).values().stream();
  }

  Optional<RecordSet> find(Name name, RecordType type) {
    return Optional.ofNullable(sets.get(RecordKey.of(name, type)));
  }

  List<RecordSet> at(Name name) {
    return List.copyOf(
        sets.subMap(RecordKey.first(name), true, RecordKey.last(name), true).values());
  }

  /**
   * Whether {@code name} has records, or a name below it has: then it exists in DNS (RFC 4592
   * §2.2.2).
   */
  boolean exists(Name name) {
    var next = sets.ceilingKey(RecordKey.first(name));
    return next != null && next.nameKey().startsWith(Names.sortKey(name));
  }
}
