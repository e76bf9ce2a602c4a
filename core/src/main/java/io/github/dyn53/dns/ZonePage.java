package io.github.dyn53.dns;

import java.util.List;
import java.util.Optional;

/**
 * A page of a zone's record sets.
 *
 * @param recordSets the simple ones of the types that dyn53 writes; aliases and others are left out
 * @param next where the next page starts; absent on the last
 */
public record ZonePage(List<RecordSet> recordSets, Optional<Start> next) {

  public ZonePage {
    recordSets = List.copyOf(recordSets);
  }

  /**
   * Where a page starts.
   *
   * @param name the first name on it, as the service gave it
   * @param type the first type of that name, which may be one that dyn53 does not know
   */
  public record Start(String name, String type) {}
}
