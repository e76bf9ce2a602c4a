package io.github.dyn53.emulator.dns;

import io.github.dyn53.emulator.route53.HostedZone;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.RecordSet;
import io.github.dyn53.emulator.route53.ZoneAnswer;
import io.github.dyn53.emulator.route53.ZoneAnswer.Alias;
import io.github.dyn53.emulator.route53.ZoneAnswer.Found;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoData;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoSuchName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** Answers one question from the zones, following aliases as far as the zones reach. */
final class Resolution {
  private static final int MAX_ALIASES = 16;

  private final HostedZones zones;
  private final int type;
  private final List<Record> records = new ArrayList<>();
  private final Set<Name> followed = new HashSet<>();

  private Resolution(HostedZones zones, int type) {
    this.zones = zones;
    this.type = type;
  }

  /** The answer to a question whose class is IN and whose type is one that records have, or ANY. */
  static Answer of(Record question, HostedZones zones) {
    return new Resolution(zones, question.getType()).resolve(question.getName());
  }

  private Answer resolve(Name name) {
    var zone = zones.enclosing(name);
    if (zone.isEmpty()) {
      return followed.isEmpty() ? Answer.error(Rcode.REFUSED) : positive();
    }
    return switch (lookUp(zone.get(), name)) {
      case Found(var recordSet) -> {
        records.addAll(recordSet.recordsOf(name));
        yield positive();
      }
      case Alias(var cname) -> follow(name, cname);
      case NoData() -> negative(Rcode.NOERROR, zone.get());
      case NoSuchName() -> negative(Rcode.NXDOMAIN, zone.get());
    };
  }

  private ZoneAnswer lookUp(HostedZone zone, Name name) {
    return type == Type.ANY ? zone.lookUpAny(name) : zone.lookUp(name, type);
  }

  private Answer follow(Name name, RecordSet cname) {
    var alias = cname.recordsOf(name);
    records.addAll(alias);
    followed.add(name);
    var target = alias.stream().map(record -> ((CNAMERecord) record).getTarget()).findFirst();
    return target
        .filter(next -> followed.size() < MAX_ALIASES && !followed.contains(next))
        .map(this::resolve)
        .orElseGet(this::positive);
  }

  private Answer positive() {
    return new Answer(Rcode.NOERROR, true, records, List.of());
  }

  private Answer negative(int responseCode, HostedZone zone) {
    return new Answer(responseCode, true, records, negativeSoa(zone).stream().toList());
  }

  /**
   * The SOA record with the time for which "there is none" may be remembered, as RFC 2308 §3 has
   * it.
   */
  private static Optional<Record> negativeSoa(HostedZone zone) {
    return zone.soa().recordsOf(zone.name()).stream()
        .map(SOARecord.class::cast)
        .map(soa -> withTtl(soa, Math.min(soa.getTTL(), soa.getMinimum())))
        .findFirst();
  }

  private static Record withTtl(SOARecord soa, long ttl) {
    return new SOARecord(
        soa.getName(),
        DClass.IN,
        ttl,
        soa.getHost(),
        soa.getAdmin(),
        soa.getSerial(),
        soa.getRefresh(),
        soa.getRetry(),
        soa.getExpire(),
        soa.getMinimum());
  }
}
