package io.github.dyn53.emulator.route53;

import java.util.List;

/** Hosted zones and record sets as the API writes them. */
final class ZoneXml {
  private ZoneXml() {}

  static Xml zones(List<HostedZone> zones) {
    return Xml.list("HostedZones", zones.stream().map(ZoneXml::zone));
  }

  static Xml zone(HostedZone zone) {
    var config = Xml.node("Config");
    var comment = zone.description().comment();
    if (!comment.isEmpty()) {
      config = config.with(Xml.text("Comment", comment));
    }
    return Xml.node(
        "HostedZone",
        Xml.text("Id", "/hostedzone/" + zone.id()),
        Xml.text("Name", Names.text(zone.name())),
        Xml.text("CallerReference", zone.description().callerReference()),
        config.with(Xml.text("PrivateZone", "false")),
        Xml.number("ResourceRecordSetCount", zone.records().size()));
  }

  static Xml delegationSet(HostedZone zone) {
    var servers = zone.description().nameServers().stream().map(ZoneXml::nameServer);
    return Xml.node("DelegationSet", Xml.list("NameServers", servers));
  }

  /** The API gives name servers without the dot that they have as values of the NS records. */
  static Xml nameServer(String name) {
    return Xml.text("NameServer", name.substring(0, name.length() - 1));
  }

  static Xml recordSet(RecordSet recordSet) {
    var values =
        recordSet.values().stream()
            .map(value -> Xml.node("ResourceRecord", Xml.text("Value", value)));
    return Xml.node(
        "ResourceRecordSet",
        Xml.text("Name", Names.text(recordSet.name())),
        Xml.text("Type", recordSet.type().name()),
        Xml.number("TTL", recordSet.ttl()),
        Xml.list("ResourceRecords", values));
  }
}
