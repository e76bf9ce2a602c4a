package io.github.dyn53.functions.jobs;

import io.github.dyn53.dns.Hostname;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one event of the table's stream says: which hosts changed, and where in the stream. */
final class StreamBatch {

  /** Sequence numbers are decimal, longer than a long, without leading zeros. */
  private static final Comparator<String> NUMERIC =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<Hostname, String> lowest = new LinkedHashMap<>();
  private int records;
  private int skipped;

  /**
   * Takes one record. What is no host, such as the note of a storm, and what lacks a part is
   * skipped: nothing that stands in the stream may keep what comes after it from being published.
   *
   * @param name the key of the item
   * @param sequenceNumber where in the stream the record stands
   */
  void add(String name, String sequenceNumber) {
    records++;
    Optional<Hostname> hostname = Hostname.parse(name);
    if (hostname.isEmpty() || sequenceNumber.isEmpty()) {
      skipped++;
      return;
    }
    lowest.merge(hostname.get(), sequenceNumber, (a, b) -> NUMERIC.compare(a, b) <= 0 ? a : b);
  }

  /** Each host once, in the order of the stream. */
  Set<Hostname> hostnames() {
    return lowest.keySet();
  }

  /** The first record of each of these hosts. */
  List<String> firstRecords(Collection<Hostname> hostnames) {
    return hostnames.stream().map(lowest::get).sorted(NUMERIC).toList();
  }

  int records() {
    return records;
  }

  int skipped() {
    return skipped;
  }
}
