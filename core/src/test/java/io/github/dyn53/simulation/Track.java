package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One record set through time: what was wished for it, and what its zone held. */
final class Track {

  private final List<Optional<RecordSet>> wishes = new ArrayList<>(List.of(Optional.empty()));
  private final List<Optional<RecordSet>> held = new ArrayList<>(List.of(Optional.empty()));
  private int reached;

  /** Another value is wished for; the same as before is no other. */
  void wish(Optional<RecordSet> value) {
    if (!value.equals(newest())) {
      wishes.add(value);
    }
  }

  /**
   * The zone holds a value.
   *
   * @return false when only older wishes than the one that was reached can explain it
   */
  boolean hold(Optional<RecordSet> value) {
    held.add(value);
    for (int wish = reached; wish < wishes.size(); wish++) {
      if (wishes.get(wish).equals(value)) {
        reached = wish;
        return true;
      }
    }
    return false;
  }

  Optional<RecordSet> newest() {
    return wishes.get(wishes.size() - 1);
  }

  /** How many wishes there were, the one for nothing at the beginning included. */
  int wishes() {
    return wishes.size();
  }

  /** How many values the zone has held. */
  int changes() {
    return held.size();
  }

  boolean wasWished(Predicate<Optional<RecordSet>> value, int since) {
    return wishes.subList(since, wishes.size()).stream().anyMatch(value);
  }

  boolean wasHeld(Predicate<Optional<RecordSet>> value, int since) {
    return held.subList(since, held.size()).stream().anyMatch(value);
  }

  /** For the reader of a complaint. */
  String describe() {
    return "wished " + values(wishes) + ", held " + values(held);
  }

  private static List<String> values(List<Optional<RecordSet>> recordSets) {
    return recordSets.stream()
        .map(recordSet -> recordSet.map(found -> found.values().toString()).orElse("nothing"))
        .toList();
  }
}
