package io.github.dyn53.emulator.route53;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The actions that list hosted zones, page by page. */
final class ZoneLists {
  private static final int PAGE = 100;
  private static final Comparator<HostedZone> BY_NAME =
      Comparator.comparing((HostedZone zone) -> Names.sortKey(zone.name()))
          .thenComparing(HostedZone::id);

  private final HostedZones zones;

  ZoneLists(HostedZones zones) {
    this.zones = zones;
  }

  /** Oldest first, from the zone that the marker names. */
  Reply list(Call call) {
    var delegationSet = call.parameter("delegationsetid");
    if (delegationSet.isPresent()) {
      throw Refusal.noSuchDelegationSet(delegationSet.get());
    }
    var marker = call.parameter("marker").orElse("");
    // The only type that can be asked for is that of private zones, of which there are none.
    var listed = call.parameter("hostedzonetype").isPresent() ? List.<HostedZone>of() : zones.all();
    var page =
        Page.of(marker.isEmpty() ? listed.stream() : from(marker, listed), call.maxItems(PAGE));
    return reply(
        "ListHostedZonesResponse",
        List.of(
            Stream.of(ZoneXml.zones(page.items()), Xml.text("Marker", marker), page.isTruncated()),
            page.next().map(zone -> Xml.text("NextMarker", zone.id())).stream(),
            Stream.of(page.describeMaxItems())));
  }

  private Stream<HostedZone> from(String marker, List<HostedZone> listed) {
    var start =
        zones
            .find(marker)
            .orElseThrow(() ->
                Refusal.invalidInput(
                    "Value '%s' at 'marker' names no hosted zone".formatted(marker)));
    return listed.stream().dropWhile(zone -> !zone.id().equals(start.id()));
  }

  /** By name with reversed labels, from the given name on, whether a zone has it or not. */
  Reply listByName(Call call) {
    var name = call.parameter("dnsname").map(ZoneActions::domainName);
    var id = call.parameter("hostedzoneid").map(text -> text.substring(text.lastIndexOf('/') + 1));
    if (id.isPresent() && name.isEmpty()) {
      throw Refusal.invalidInput("The parameter 'hostedzoneid' needs the parameter 'dnsname'");
    }
    var startName = name.map(Names::sortKey).orElse("");
    var startId = id.orElse("");
    var sorted =
        zones.all().stream().sorted(BY_NAME).dropWhile(zone -> isBefore(zone, startName, startId));
    var page = Page.of(sorted, call.maxItems(PAGE));
    return reply(
        "ListHostedZonesByNameResponse",
        List.of(
            Stream.of(ZoneXml.zones(page.items())),
            name.map(start -> Xml.text("DNSName", Names.text(start))).stream(),
            id.map(start -> Xml.text("HostedZoneId", start)).stream(),
            Stream.of(page.isTruncated()),
            page.next().stream().flatMap(ZoneLists::nextByName),
            Stream.of(page.describeMaxItems())));
  }

  private static boolean isBefore(HostedZone zone, String startName, String startId) {
    int order = Names.sortKey(zone.name()).compareTo(startName);
    return order < 0 || (order == 0 && zone.id().compareTo(startId) < 0);
  }

  private static Stream<Xml> nextByName(HostedZone zone) {
    return Stream.of(
        Xml.text("NextDNSName", Names.text(zone.name())), Xml.text("NextHostedZoneId", zone.id()));
  }

  private static Reply reply(String name, List<Stream<Xml>> parts) {
    return Reply.ok(Xml.list(name, parts.stream().flatMap(Function.identity())));
  }
}
