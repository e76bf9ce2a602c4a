package io.github.dyn53.emulator.route53;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * Reads the record set of one change and collects what is wrong with it, whatever else the zone
 * holds.
 */
final class RecordSetReader {
  private final Name apex;
  private final RecordSetChange change;
  private final List<String> problems = new ArrayList<>();

  RecordSetReader(Name apex, RecordSetChange change) {
    this.apex = apex;
    this.change = change;
  }

  /** Why {@link #read} found no record set, in Route 53's words. */
  List<String> problems() {
    return problems;
  }

  Optional<RecordSet> read() {
    var name = readName();
    name.ifPresent(this::checkName);
    readValues();
    return problems.isEmpty()
        ? name.map(owner -> new RecordSet(owner, change.type(), change.ttl(), change.values()))
        : Optional.empty();
  }

  private Optional<Name> readName() {
    try {
      return Optional.of(Names.read(change.name()));
    } catch (InvalidValueException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private void checkName(Name name) {
    if (!name.subdomain(apex)) {
      problems.add(
          "RRSet with DNS name %s is not permitted in zone %s"
              .formatted(Names.text(name), Names.text(apex)));
    }
    var first = name.getLabelString(0);
    if (first.contains("*") && !name.isWild()) {
      problems.add(
          "The * of a wildcard must be the whole leftmost label: '%s'".formatted(change.name()));
    }
    if (name.isWild() && change.type() == RecordType.NS) {
      refuseType(name, "for a wildcard");
    }
    if (name.equals(apex) && change.type() == RecordType.CNAME) {
      refuseType(name, "at apex");
    }
    if (!name.equals(apex) && change.type() == RecordType.SOA) {
      refuseType(name, "below the apex");
    }
  }

  private void refuseType(Name name, String where) {
    problems.add(
        "RRSet of type %s with DNS name %s is not permitted %s in zone %s"
            .formatted(change.type(), Names.text(name), where, Names.text(apex)));
  }

  private void readValues() {
    var records = new HashSet<Record>();
    for (var value : change.values()) {
      try {
        if (!records.add(RecordValues.read(apex, change.type(), change.ttl(), value))) {
          problems.add("Duplicate Resource Record: '%s'".formatted(value));
        }
      } catch (InvalidValueException e) {
        problems.add("Invalid Resource Record: '%s'".formatted(e.getMessage()));
      }
    }
    if (records.size() > 1
        && (change.type() == RecordType.CNAME || change.type() == RecordType.SOA)) {
      problems.add(
          "RRSet of type %s must hold exactly one resource record".formatted(change.type()));
    }
  }
}
