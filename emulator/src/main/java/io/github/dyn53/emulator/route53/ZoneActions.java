package io.github.dyn53.emulator.route53;

import java.util.Optional;
import org.xbill.DNS.Name;

/** The actions on hosted zones as a whole. */
final class ZoneActions {
  private static final int MAX_REFERENCE = 128;
  private static final int MAX_COMMENT = 256;

  private final HostedZones zones;
  private final ChangeLog changes;
  private final Route53Settings settings;

  ZoneActions(HostedZones zones, ChangeLog changes, Route53Settings settings) {
    this.zones = zones;
    this.changes = changes;
    this.settings = settings;
  }

  HostedZone require(String id) {
    return zones.find(id).orElseThrow(() -> Refusal.noSuchZone(id));
  }

  Reply create(Call call) {
    var request = XmlElement.parse(call.body(), "CreateHostedZoneRequest");
    refuseUnserved(request);
    var reference = request.required("CallerReference").text(1, MAX_REFERENCE);
    var comment =
        request
            .child("HostedZoneConfig")
            .flatMap(config -> config.child("Comment"))
            .map(element -> element.text(0, MAX_COMMENT))
            .orElse("");
    var zone =
        zones
            .create(apex(request.required("Name").text()), reference, comment)
            .orElseThrow(() -> alreadyExists(reference));
    var body =
        Xml.node(
            "CreateHostedZoneResponse",
            ZoneXml.zone(zone),
            changes.submit(zone.id(), ""),
            ZoneXml.delegationSet(zone));
    return new Reply(201, Optional.of("/2013-04-01/hostedzone/" + zone.id()), body);
  }

  private static void refuseUnserved(XmlElement request) {
    request.allowOnly("Name", "VPC", "CallerReference", "HostedZoneConfig", "DelegationSetId");
    if (request.child("VPC").isPresent()) {
      throw Refusal.invalidInput("This Route 53 is emulated and keeps public zones only");
    }
    var delegationSet = request.child("DelegationSetId");
    if (delegationSet.isPresent()) {
      throw Refusal.noSuchDelegationSet(delegationSet.get().text());
    }
  }

  private static Name apex(String text) {
    var apex = domainName(text);
    if (apex.getLabelString(0).contains("*")) {
      throw invalidName("A hosted zone cannot be a wildcard: '%s'".formatted(text));
    }
    return apex;
  }

  /** Reads a name that is no part of a change batch. */
  static Name domainName(String text) {
    try {
      return Names.read(text);
    } catch (InvalidValueException e) {
      throw invalidName(String.valueOf(e.getMessage()));
    }
  }

  private static Refusal invalidName(String message) {
    return new Refusal(400, "InvalidDomainName", message);
  }

  private static Refusal alreadyExists(String reference) {
    return new Refusal(
        409,
        "HostedZoneAlreadyExists",
        "A hosted zone has already been created with the specified caller reference: " + reference);
  }

  Reply delete(Call call) {
    var zone = require(call.id());
    if (!zones.deleteIfBare(zone.id())) {
      throw new Refusal(
          400,
          "HostedZoneNotEmpty",
          "The specified hosted zone contains non-required resource record sets and so cannot be deleted.");
    }
    return Reply.ok(Xml.node("DeleteHostedZoneResponse", changes.submit(zone.id(), "")));
  }

  Reply get(Call call) {
    var zone = require(call.id());
    return Reply.ok(
        Xml.node("GetHostedZoneResponse", ZoneXml.zone(zone), ZoneXml.delegationSet(zone)));
  }

  Reply count() {
    return Reply.ok(
        Xml.node("GetHostedZoneCountResponse", Xml.number("HostedZoneCount", zones.all().size())));
  }

  Reply limit(Call call) {
    var zone = require(call.id());
    var type = call.pathParameters().get(1);
    if (type.equals("MAX_VPCS_ASSOCIATED_BY_ZONE")) {
      throw new Refusal(
          400, "HostedZoneNotPrivate", "The specified hosted zone is a public hosted zone.");
    }
    if (!type.equals("MAX_RRSETS_BY_ZONE")) {
      throw Refusal.invalidInput(
          "Value '%s' at 'type' is not a limit of a hosted zone".formatted(type));
    }
    return Reply.ok(
        Xml.node(
            "GetHostedZoneLimitResponse",
            Xml.node(
                "Limit", Xml.text("Type", type), Xml.number("Value", settings.recordSetsPerZone())),
            Xml.number("Count", zone.records().size())));
  }
}
