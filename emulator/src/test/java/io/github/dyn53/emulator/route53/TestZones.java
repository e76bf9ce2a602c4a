package io.github.dyn53.emulator.route53;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Zones for tests, and changes to them without a request. */
public final class TestZones {
  private TestZones() {}

  /** Zones in memory whose ids are the same in every run. */
  public static HostedZones empty() {
    return HostedZones.inMemory(new Random(53));
  }

  /** Puts a record set into a zone, past the API but by its rules. */
  public static void put(
      HostedZones zones,
      HostedZone zone,
      String name,
      RecordType type,
      long ttl,
      String... values) {
    var change = new RecordSetChange(ChangeAction.UPSERT, name, type, ttl, List.of(values));
    apply(zones, zone, change);
  }

  static void apply(HostedZones zones, HostedZone zone, RecordSetChange... changes) {
    var unused = zones.edit(zone.id(), current -> applied(current, changes)).orElseThrow();
  }

  private static HostedZone applied(HostedZone zone, RecordSetChange... changes) {
    return switch (BatchRules.apply(zone, new ChangeBatch(List.of(changes), ""), 10_000)) {
      case BatchOutcome.Applied(var records) -> zone.withRecords(records);
      case BatchOutcome.Refused(var messages) -> throw new AssertionError(messages);
    };
  }

  static List<String> describe(Stream<RecordSet> recordSets) {
    return recordSets.map(set -> Names.text(set.name()) + " " + set.type()).toList();
  }
}
