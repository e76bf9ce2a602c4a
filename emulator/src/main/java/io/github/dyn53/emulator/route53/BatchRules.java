package io.github.dyn53.emulator.route53;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.xbill.DNS.Name;

/**
 * Makes the changes of a batch one after the other on a copy of a zone's records, and notes every
 * one that cannot be.
 */
final class BatchRules {
  private final Name apex;
  private final int maxRecordSets;
  private final NavigableMap<RecordKey, RecordSet> records;
  private final Map<RecordKey, ChangeAction> made = new HashMap<>();
  private final List<String> messages = new ArrayList<>();

  private BatchRules(HostedZone zone, int maxRecordSets) {
    this.apex = zone.name();
    this.maxRecordSets = maxRecordSets;
    this.records = zone.records().copy();
  }

  /**
   * What {@code batch} makes of the zone's records.
   *
   * @param maxRecordSets how many record sets a zone may hold
   */
  static BatchOutcome apply(HostedZone zone, ChangeBatch batch, int maxRecordSets) {
    var exceeded = batch.exceededLimits();
    if (!exceeded.isEmpty()) {
      return new BatchOutcome.Refused(exceeded);
    }
    var rules = new BatchRules(zone, maxRecordSets);
    batch.changes().forEach(rules::make);
    rules.checkSize();
    return rules.messages.isEmpty()
        ? new BatchOutcome.Applied(ZoneRecords.owning(rules.records))
        : new BatchOutcome.Refused(rules.messages);
  }

  private void make(RecordSetChange change) {
    var reader = new RecordSetReader(apex, change);
    reader.read().ifPresent(recordSet -> make(change.action(), recordSet));
    messages.addAll(reader.problems());
  }

  private void make(ChangeAction action, RecordSet recordSet) {
    var earlier = made.put(recordSet.key(), action);
    if (earlier != null && !(earlier == ChangeAction.DELETE && action == ChangeAction.CREATE)) {
      messages.add(
          "The request contains an invalid set of changes for a resource record set '%s %s'"
              .formatted(recordSet.type(), Names.text(recordSet.name())));
      return;
    }
    switch (action) {
      case CREATE -> create(recordSet);
      case DELETE -> delete(recordSet);
      case UPSERT -> put(recordSet);
    }
  }

  private void create(RecordSet recordSet) {
    if (records.containsKey(recordSet.key())) {
      messages.add(
          "Tried to create resource record set %s but it already exists"
              .formatted(describe(recordSet)));
    } else {
      put(recordSet);
    }
  }

  private void delete(RecordSet recordSet) {
    var present = records.get(recordSet.key());
    if (present == null) {
      messages.add(
          "Tried to delete resource record set %s but it was not found"
              .formatted(describe(recordSet)));
    } else if (!present.holdsSameAs(recordSet)) {
      messages.add(
          "Tried to delete resource record set %s but the values provided do not match the current values"
              .formatted(describe(recordSet)));
    } else if (recordSet.name().equals(apex) && recordSet.type() == RecordType.SOA) {
      messages.add("A HostedZone must contain exactly one SOA record.");
    } else if (recordSet.name().equals(apex) && recordSet.type() == RecordType.NS) {
      messages.add("A HostedZone must contain at least one NS record for the zone itself.");
    } else {
      records.remove(recordSet.key());
    }
  }

  private static String describe(RecordSet recordSet) {
    return "[name='%s', type='%s']".formatted(Names.text(recordSet.name()), recordSet.type());
  }

  private void put(RecordSet recordSet) {
    var name = recordSet.name();
    var neighbours =
        records.subMap(RecordKey.first(name), true, RecordKey.last(name), true).keySet();
    if (recordSet.type() == RecordType.CNAME) {
      if (neighbours.stream().anyMatch(key -> key.type() != RecordType.CNAME)) {
        messages.add(
            ("RRSet of type CNAME with DNS name %s is not permitted as it conflicts with other records with the same"
                    + " DNS name in zone %s")
                .formatted(Names.text(name), Names.text(apex)));
      }
    } else if (neighbours.contains(RecordKey.of(name, RecordType.CNAME))) {
      messages.add(
          ("RRSet of type %s with DNS name %s is not permitted because a conflicting RRSet of type CNAME with the same"
                  + " DNS name already exists in zone %s")
              .formatted(recordSet.type(), Names.text(name), Names.text(apex)));
    }
    records.put(recordSet.key(), recordSet);
  }

  private void checkSize() {
    if (records.size() > maxRecordSets) {
      messages.add(
          "The zone %s cannot hold more than %d resource record sets"
              .formatted(Names.text(apex), maxRecordSets));
    }
  }
}
