package io.github.dyn53.emulator.route53;

import io.github.dyn53.emulator.route53.ZoneAnswer.Alias;
import io.github.dyn53.emulator.route53.ZoneAnswer.Found;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoData;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoSuchName;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;

/** One public hosted zone as it stood at one moment; it never changes, a change makes another. */
public final class HostedZone {
  private final ZoneDescription description;
  private final ZoneRecords records;

  HostedZone(ZoneDescription description, ZoneRecords records) {
    this.description = description;
    this.records = records;
  }

  /** A zone as Route 53 makes it: nothing but the SOA and NS records at its apex. */
  static HostedZone fresh(ZoneDescription description) {
    var first = description.nameServers().getFirst();
    var soa = "%s awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400".formatted(first);
    return new HostedZone(
        description,
        ZoneRecords.of(
            List.of(
                new RecordSet(
                    description.name(), RecordType.NS, 172_800, description.nameServers()),
                new RecordSet(description.name(), RecordType.SOA, 900, List.of(soa)))));
  }

  /** The id without its {@code /hostedzone/} prefix: {@code Z} and capital letters and digits. */
  public String id() {
    return description.id();
  }

  /** The zone's apex. */
  public Name name() {
    return description.name();
  }

  ZoneDescription description() {
    return description;
  }

  ZoneRecords records() {
    return records;
  }

  HostedZone withRecords(ZoneRecords newRecords) {
    return new HostedZone(description, newRecords);
  }

  /** Whether the zone holds no more than when it was made. */
  boolean isBare() {
    return records.stream()
        .allMatch(set ->
            set.name().equals(name())
                && (set.type() == RecordType.NS || set.type() == RecordType.SOA));
  }

  /** The set with exactly this name and type; no wildcard is expanded. */
  public Optional<RecordSet> find(Name recordName, RecordType type) {
    return records.find(recordName, type);
  }

  /** The SOA record set, which every zone has. */
  public RecordSet soa() {
    return records.find(name(), RecordType.SOA).orElseThrow();
  }

  /**
   * Looks a name of this zone up as a name server does: wildcards apply only where no closer name
   * exists.
   *
   * @param typeNumber the type's number in DNS, which may be one that Route 53 does not keep
   * @see <a href="https://www.rfc-editor.org/rfc/rfc4592#section-3.3">RFC 4592 §3.3</a>
   */
  public ZoneAnswer lookUp(Name asked, int typeNumber) {
    var source = sourceOf(asked);
    return records.exists(source) ? among(records.at(source), typeNumber) : new NoSuchName();
  }

  /** Any one record set of the name: all that RFC 8482 wants told to a query for ANY. */
  public ZoneAnswer lookUpAny(Name asked) {
    var source = sourceOf(asked);
    if (!records.exists(source)) {
      return new NoSuchName();
    }
    return records.at(source).stream()
        .findFirst()
        .<ZoneAnswer>map(Found::new)
        .orElseGet(NoData::new);
  }

  /**
   * The name itself where it exists, otherwise the wildcard directly below its closest encloser.
   */
  private Name sourceOf(Name asked) {
    if (records.exists(asked)) {
      return asked;
    }
    int dropped = 1;
    while (!records.exists(new Name(asked, dropped))) {
      dropped++;
    }
    return asked.wild(dropped);
  }

  private static ZoneAnswer among(List<RecordSet> sets, int typeNumber) {
    for (var set : sets) {
      if (set.type().number() == typeNumber) {
        return new Found(set);
      }
      if (set.type() == RecordType.CNAME) {
        return new Alias(set);
      }
    }
    return new NoData();
  }
}
