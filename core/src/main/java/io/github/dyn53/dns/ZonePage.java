package io.github.dyn53.dns;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page of a zone's record sets.
 *
 * @param recordSets the simple ones of the types that dyn53 writes
 * @param foreign what else there is of these types: aliases, and what has a routing policy. It is
 *     not dyn53's to read or to write; that it is there tells it from what is missing
 * @param next where the next page starts; absent on the last
 */
public record ZonePage(List<RecordSet> recordSets, Set<RecordKey> foreign, Optional<Start> next) {

  public ZonePage {
    recordSets = List.copyOf(recordSets);
    foreign = Set.copyOf(foreign);
  }

  /** What an owner is told of a record set that is not dyn53's to read or to write. */
  public static String describeForeign(RecordKey key) {
    return key.text() + " is an alias or has a routing policy: dyn53 leaves it alone";
  }

  /**
   * Where a page starts.
   *
   * @param name the first name on it, as the service gave it
   * @param type the first type of that name, which may be one that dyn53 does not know
   */
  public record Start(String name, String type) {}
}
