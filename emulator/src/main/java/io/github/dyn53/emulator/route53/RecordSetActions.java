package io.github.dyn53.emulator.route53;

import io.github.dyn53.emulator.route53.BatchOutcome.Applied;
import io.github.dyn53.emulator.route53.BatchOutcome.Refused;
import io.github.dyn53.emulator.route53.ZoneAnswer.Alias;
import io.github.dyn53.emulator.route53.ZoneAnswer.Found;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoData;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoSuchName;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/** The actions on the record sets of one zone. */
final class RecordSetActions {
  private static final int PAGE = 300;

  private final HostedZones zones;
  private final ChangeLog changes;
  private final Throttles throttles;
  private final Route53Settings settings;

  RecordSetActions(
      HostedZones zones, ChangeLog changes, Throttles throttles, Route53Settings settings) {
    this.zones = zones;
    this.changes = changes;
    this.throttles = throttles;
    this.settings = settings;
  }

  /** One at a time, so that a zone cannot turn busy between the look and the change. */
  synchronized Reply change(Call call) {
    var batch = ChangeBatchReader.read(call.body());
    var zone = require(call.id());
    if (changes.isBusy(zone.id())) {
      throw Refusal.busy();
    }
    throttles.takeChanges(batch.cost());
    if (zones.edit(zone.id(), current -> applied(current, batch)).isEmpty()) {
      throw Refusal.noSuchZone(zone.id());
    }
    return Reply.ok(
        Xml.node("ChangeResourceRecordSetsResponse", changes.submit(zone.id(), batch.comment())));
  }

  private HostedZone require(String id) {
    return zones.find(id).orElseThrow(() -> Refusal.noSuchZone(id));
  }

  private HostedZone applied(HostedZone zone, ChangeBatch batch) {
    return switch (BatchRules.apply(zone, batch, settings.recordSetsPerZone())) {
      case Applied(var records) -> zone.withRecords(records);
      case Refused(var messages) ->
          throw Refusal.invalidChangeBatch(messages, settings.batchErrors());
    };
  }

  Reply list(Call call) {
    var zone = require(call.id());
    var page = Page.of(fromStart(zone, call), call.maxItems(PAGE));
    var sets = Xml.list("ResourceRecordSets", page.items().stream().map(ZoneXml::recordSet));
    var next = page.next().stream().flatMap(RecordSetActions::next);
    return Reply.ok(
        Xml.list(
            "ListResourceRecordSetsResponse",
            Stream.of(Stream.of(sets, page.isTruncated()), next, Stream.of(page.describeMaxItems()))
                .flatMap(part -> part)));
  }

  private static Stream<RecordSet> fromStart(HostedZone zone, Call call) {
    var type = call.parameter("type").map(RecordSetActions::recordType);
    if (type.isPresent() && call.parameter("name").isEmpty()) {
      throw Refusal.invalidInput("The parameter 'type' needs the parameter 'name'");
    }
    if (call.parameter("identifier").isPresent() && type.isEmpty()) {
      throw Refusal.invalidInput(
          "The parameter 'identifier' needs the parameters 'name' and 'type'");
    }
    return call.parameter("name")
        .map(name -> zone.records().from(RecordKey.of(recordName(name), type.orElse(RecordType.A))))
        .orElseGet(() -> zone.records().stream());
  }

  private static RecordType recordType(String name) {
    return RecordType.named(name)
        .orElseThrow(() ->
            Refusal.invalidInput("Value '%s' at 'type' is not a record type".formatted(name)));
  }

  private static Name recordName(String text) {
    try {
      return Names.read(text);
    } catch (InvalidValueException e) {
      throw Refusal.invalidInput(String.valueOf(e.getMessage()));
    }
  }

  private static Stream<Xml> next(RecordSet first) {
    return Stream.of(
        Xml.text("NextRecordName", Names.text(first.name())),
        Xml.text("NextRecordType", first.type().name()));
  }

  /** What a name server of the zone would answer; an alias is not followed. */
  Reply test(Call call) {
    var zone = require(call.required("hostedzoneid"));
    var name = recordName(call.required("recordname"));
    var type = recordType(call.required("recordtype"));
    if (!name.subdomain(zone.name())) {
      return testReply(zone, name, type, "REFUSED", List.of());
    }
    return switch (zone.lookUp(name, type.number())) {
      case Found(var recordSet) -> testReply(zone, name, type, "NOERROR", recordSet.values());
      case Alias(var cname) -> testReply(zone, name, type, "NOERROR", cname.values());
      case NoData() -> testReply(zone, name, type, "NOERROR", List.of());
      case NoSuchName() -> testReply(zone, name, type, "NXDOMAIN", List.of());
    };
  }

  private static Reply testReply(
      HostedZone zone, Name name, RecordType type, String responseCode, List<String> values) {
    var entries = values.stream().map(value -> Xml.text("RecordDataEntry", value));
    var server = zone.description().nameServers().getFirst();
    return Reply.ok(
        Xml.node(
            "TestDNSAnswerResponse",
            Xml.text("Nameserver", server.substring(0, server.length() - 1)),
            Xml.text("RecordName", Names.text(name)),
            Xml.text("RecordType", type.name()),
            Xml.list("RecordData", entries),
            Xml.text("ResponseCode", responseCode),
            Xml.text("Protocol", "UDP")));
  }
}
