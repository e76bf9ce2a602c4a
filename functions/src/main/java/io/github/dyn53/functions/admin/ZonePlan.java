package io.github.dyn53.functions.admin;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Which names this deployment may hold and in which zone.
 *
 * @param zones the zones it may change
 * @param nameSuffix what every host must be or be below, if anything
 */
public record ZonePlan(HostedZones zones, Optional<DnsName> nameSuffix) {

  /**
   * The zone of a host: the one that was named, or else the one with the longest name above it.
   *
   * @throws InvalidCommandException when there is none, or the host does not belong in it
   */
  ZoneId zoneOf(Hostname hostname, Optional<String> named) {
    nameSuffix
        .filter(suffix -> !hostname.name().isWithin(suffix))
        .ifPresent(suffix -> {
          throw new InvalidCommandException("hostname", "must be below " + suffix);
        });
    Map<ZoneId, DnsName> names = zones.names();
    if (named.isPresent()) {
      return check(hostname, named.get(), names);
    }
    return names.entrySet().stream()
        .filter(zone -> hostname.name().isWithin(zone.getValue()))
        .max(Comparator.comparingInt(zone -> zone.getValue().value().length()))
        .map(Map.Entry::getKey)
        .orElseThrow(() ->
            new InvalidCommandException("hostname", "is in none of the zones " + names.values()));
  }

  private static ZoneId check(Hostname hostname, String named, Map<ZoneId, DnsName> names) {
    Map.Entry<ZoneId, DnsName> zone =
        names.entrySet().stream()
            .filter(entry -> named.equals(entry.getKey().value()))
            .findFirst()
            .orElseThrow(() ->
                new InvalidCommandException(
                    "zone", "must be one of %s, not \"%s\"".formatted(names.keySet(), named)));
    if (!hostname.name().isWithin(zone.getValue())) {
      throw new InvalidCommandException(
          "zone", "%s is not in %s".formatted(hostname, zone.getValue()));
    }
    return zone.getKey();
  }
}
