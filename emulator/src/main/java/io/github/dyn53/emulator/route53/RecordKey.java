package io.github.dyn53.emulator.route53;

import java.util.Comparator;
import org.xbill.DNS.Name;

/** Where a record set stands in its zone: by name with reversed labels, then by type. */
record RecordKey(String nameKey, RecordType type) implements Comparable<RecordKey> {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::nameKey).thenComparing(RecordKey::type);

  static RecordKey of(Name name, RecordType type) {
    return new RecordKey(Names.sortKey(name), type);
  }

  static RecordKey first(Name name) {
    return of(name, RecordType.A);
  }

  static RecordKey last(Name name) {
    return of(name, RecordType.TXT);
  }

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }
}
