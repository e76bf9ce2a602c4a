package io.github.dyn53.simulation;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostUpdate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What is wanted once an update is granted: the ledger's own reading of it. */
final class Granted {

  private Granted() {}

  /** The addresses that a host is then to have. */
  static Addresses addresses(HostUpdate update, Host before) {
    Addresses result = before.wanted();
    for (Family family : Family.values()) {
      result =
          switch (update.of(family)) {
            case AddressChange.Keep() -> result;
            case AddressChange.Set(IpAddress address) -> result.with(address);
            case AddressChange.SetPrefix unused ->
                throw new IllegalArgumentException("the prefix has become an address by then");
            case AddressChange.Clear() -> result.without(family);
          };
    }
    return result;
  }

  /** What each record set is then like that the update names. */
  static Map<RecordKey, Predicate<Optional<RecordSet>>> recordSets(HostUpdate update, Host host) {
    if (update.challenge().isPresent()) {
      return Map.of(
          ChallengeLedger.key(update.hostname()),
          ChallengeLedger.asAsked(update.challenge().get()));
    }
    Map<RecordKey, RecordSet> asked = withOnly(addresses(update, host), host).wantedRecordSets();
    Map<RecordKey, Predicate<Optional<RecordSet>>> values = new LinkedHashMap<>();
    for (RecordKey key : keysOf(update, host)) {
      values.put(key, Optional.ofNullable(asked.get(key))::equals);
    }
    return values;
  }

  /** The record sets that an update names. */
  private static Set<RecordKey> keysOf(HostUpdate update, Host host) {
    Addresses all =
        Addresses.NONE
            .with(IpAddress.parse("192.0.2.1").orElseThrow())
            .with(IpAddress.parse("2001:db8::1").orElseThrow());
    Set<RecordKey> keys = new TreeSet<>(Comparator.comparing(RecordKey::text));
    keys.addAll(withOnly(all, host).wantedRecordSets().keySet());
    keys.removeIf(key -> !isNamed(update, key));
    return keys;
  }

  private static boolean isNamed(HostUpdate update, RecordKey key) {
    return update.changes().keySet().stream().anyMatch(family -> family.recordType() == key.type());
  }

  private static Host withOnly(Addresses wanted, Host host) {
    return new Host(
        host.hostname(),
        host.settings(),
        wanted,
        host.published(),
        host.challenges(),
        host.pending(),
        host.version(),
        host.activity());
  }
}
