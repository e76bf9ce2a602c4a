package io.github.dyn53.emulator.route53;

import java.util.List;

/**
 * Reads the body of ChangeResourceRecordSets as its XML schema allows it; names and values stay
 * unread text.
 */
final class ChangeBatchReader {
  private static final int MAX_NAME = 1_024;
  private static final int MAX_VALUE = 4_000;
  private static final int MAX_COMMENT = 256;
  private static final long MAX_TTL = Integer.MAX_VALUE;
  private static final List<String> SERVED = List.of("Name", "Type", "TTL", "ResourceRecords");

  private ChangeBatchReader() {}

  static ChangeBatch read(String body) {
    var root = XmlElement.parse(body, "ChangeResourceRecordSetsRequest");
    root.allowOnly("ChangeBatch");
    var batch = root.required("ChangeBatch");
    batch.allowOnly("Comment", "Changes");
    var comment = batch.child("Comment").map(element -> element.text(0, MAX_COMMENT)).orElse("");
    var changes = batch.required("Changes").listOf("Change");
    return new ChangeBatch(changes.stream().map(ChangeBatchReader::change).toList(), comment);
  }

  private static RecordSetChange change(XmlElement change) {
    change.allowOnly("Action", "ResourceRecordSet");
    var actionName = change.required("Action").text();
    var action =
        ChangeAction.named(actionName)
            .orElseThrow(() -> notInEnumeration("ChangeAction", actionName));
    var recordSet = change.required("ResourceRecordSet");
    var name = recordSet.required("Name").text(0, MAX_NAME);
    var typeName = recordSet.required("Type").text();
    var type = RecordType.named(typeName).orElseThrow(() -> notInEnumeration("RRType", typeName));
    requireSimple(recordSet);
    var ttl = recordSet.child("TTL").orElseThrow(() -> noValues(action, name, type));
    var records =
        recordSet.child("ResourceRecords").orElseThrow(() -> noValues(action, name, type));
    return new RecordSetChange(action, name, type, ttl(ttl), values(records));
  }

  private static Refusal noValues(ChangeAction action, String name, RecordType type) {
    return Refusal.invalidInput(
        ("Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or"
                + " TrafficPolicyInstanceId], but found none in Change with [Action=%s, Name=%s, Type=%s,"
                + " SetIdentifier=null]")
            .formatted(action, name, type));
  }

  private static Refusal notInEnumeration(String type, String value) {
    return Refusal.invalidXml(
        "cvc-enumeration-valid: Value '%s' is not facet-valid with respect to the enumeration of type '%s'."
            .formatted(value, type));
  }

  private static void requireSimple(XmlElement recordSet) {
    for (var child : recordSet.children()) {
      if (!SERVED.contains(child.name())) {
        throw Refusal.invalidInput(
            "This Route 53 is emulated and keeps simple record sets only, without " + child.name());
      }
    }
  }

  private static long ttl(XmlElement element) {
    try {
      long ttl = Long.parseLong(element.text().strip());
      if (ttl >= 0 && ttl <= MAX_TTL) {
        return ttl;
      }
    } catch (NumberFormatException e) {
      // Refused below like a number out of range.
    }
    throw Refusal.invalidXml(
        "cvc-datatype-valid: Value '%s' of element 'TTL' is not a number from 0 to %d."
            .formatted(element.text(), MAX_TTL));
  }

  private static List<String> values(XmlElement records) {
    return records.listOf("ResourceRecord").stream()
        .peek(element -> element.allowOnly("Value"))
        .map(element -> element.required("Value").text(0, MAX_VALUE))
        .toList();
  }
}
