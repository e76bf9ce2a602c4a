package io.github.dyn53.simulation;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Host;
import io.github.dyn53.memory.InMemoryZones;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody else with access to the zones, who has record sets there that are not dyn53's. */
final class Meddler {

  private static final Map<RecordType, String> VALUES =
      Map.of(
          RecordType.A, "203.0.113.66",
          RecordType.AAAA, "2001:db8:66::66",
          RecordType.TXT, "\"somebody else's\"");

  private final InMemoryZones records;
  private final Ledger ledger;
  private final Map<String, Meddling> aliases = new TreeMap<>();

  Meddler(InMemoryZones records, Ledger ledger) {
    this.records = records;
    this.ledger = ledger;
  }

  /** Puts record sets beside those of a host: below its name, and of a type it has no use for. */
  void settleBeside(Host host) {
    ZoneId zone = host.settings().zone();
    put(zone, new RecordKey(host.hostname().name(), RecordType.TXT));
    put(zone, new RecordKey(new DnsName("www." + host.hostname().value()), RecordType.A));
    if (!host.settings().wildcard()) {
      put(zone, new RecordKey(host.hostname().wildcardName(), RecordType.A));
    }
  }

  /** Does as told, to a record set of one of these hosts. */
  void meddle(Meddling meddling, Collection<Host> hosts) {
    Host host =
        hosts.stream()
            .filter(one -> one.recordKeys().contains(meddling.key()))
            .findFirst()
            .orElseThrow();
    Optional<RecordSet> value = Optional.empty();
    switch (meddling.kind()) {
      case DELETED -> delete(meddling.zone(), meddling.key());
      case REPLACED -> value = Optional.of(put(meddling.zone(), meddling.key()));
      case ALIASED -> {
        records.putForeign(meddling.zone(), meddling.key());
        aliases.put(meddling.key().text(), meddling);
      }
    }
    ledger.meddled(meddling, host, value);
  }

  /** Takes every alias away that was put in place of a record set. */
  void takeAliasesAway(Collection<Host> hosts) {
    for (Meddling alias : aliases.values()) {
      if (ledger.isAlias(alias.key())) {
        meddle(new Meddling(alias.at(), alias.zone(), alias.key(), Meddling.Kind.DELETED), hosts);
      }
    }
  }

  private RecordSet put(ZoneId zone, RecordKey key) {
    var recordSet = new RecordSet(key, 300, List.of(VALUES.getOrDefault(key.type(), "")));
    records.change(zone, List.of(new RecordChange.Upsert(recordSet)), Duration.ZERO);
    return recordSet;
  }

  private void delete(ZoneId zone, RecordKey key) {
    // Whatever is there: a zone deletes only what it is told exactly.
    RecordSet recordSet = put(zone, key);
    records.change(zone, List.of(new RecordChange.Delete(recordSet)), Duration.ZERO);
  }
}
