package io.github.dyn53.functions.admin;

import static java.util.stream.Collectors.joining;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a zone already holds under the names of a host. dyn53 changes no record set that it did not
 * create, unless the owner says so when the host gets it.
 *
 * @param held the record sets that are there
 */
record Adoption(Map<RecordKey, RecordSet> held) {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  /**
   * Looks at the zone.
   *
   * @throws io.github.dyn53.dns.ZoneRefusedException when one is an alias or has a routing policy:
   *     these can't be adopted
   */
  static Adoption in(Zones zones, ZoneId zone, Collection<RecordKey> keys) {
    Map<RecordKey, RecordSet> held = new LinkedHashMap<>();
    for (RecordKey key : keys) {
      zones.find(zone, key, TIME_LIMIT).ifPresent(recordSet -> held.put(key, recordSet));
    }
    return new Adoption(held);
  }

  /**
   * Insists that whatever is there may be taken over.
   *
   * @param adopt whether the owner said so
   */
  Adoption allowedBy(boolean adopt) {
    if (!adopt && !held.isEmpty()) {
      throw new InvalidCommandException(
          "hostname",
          "the zone already holds %s: say \"adopt\": true to let dyn53 change it"
              .formatted(describe()));
    }
    return this;
  }

  private String describe() {
    Set<String> texts = new TreeSet<>();
    held.forEach((key, recordSet) ->
        texts.add("%s (%s)".formatted(key.text(), String.join(", ", recordSet.values()))));
    return texts.stream().collect(joining("; "));
  }

  /** The addresses under this name, of each family that has a single one. */
  Addresses addresses(DnsName name) {
    Addresses addresses = Addresses.NONE;
    for (RecordSet recordSet : held.values()) {
      if (recordSet.key().name().equals(name) && recordSet.values().size() == 1) {
        addresses =
            IpAddress.parse(recordSet.values().getFirst()).map(addresses::with).orElse(addresses);
      }
    }
    return addresses;
  }
}
