package io.github.dyn53.functions.dynamodb;

import static java.util.stream.Collectors.toSet;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Activity;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.SpecialAddresses;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A host as an item of the table Hosts. */
final class HostItem {

  static final String NAME = "name";
  static final String VERSION = "version";

  private HostItem() {}

  static Map<String, AttributeValue> key(Hostname hostname) {
    return Map.of(NAME, Attributes.string(hostname.value()));
  }

  /** Everything but the key. */
  static Attributes write(Host host) {
    HostSettings settings = host.settings();
    Activity activity = host.activity();
    return new Attributes()
        .text("zone", settings.zone().value())
        .number("ttl", settings.ttl().seconds())
        .set("types", settings.families().stream().map(HostItem::type).toList())
        .flag("wildcard", settings.wildcard())
        .text("specialAddresses", settings.specialAddresses().name())
        .flag("blocked", settings.blocked())
        .text("owner", settings.owner())
        .map("wanted", AddressItem.write(host.wanted()))
        .map("published", AddressItem.write(host.published()))
        .instant("pending", host.pending().map(Pending::since))
        .set("pendingRecords", pendingRecords(host))
        .number(VERSION, host.version())
        .instant("lastChanged", activity.lastChanged())
        .instant("lastSeen", activity.lastSeen())
        .text("lastFault", activity.lastFault().map(Fault::text))
        .instant("lastFaultAt", activity.lastFault().map(Fault::at));
  }

  private static String type(Family family) {
    return family.recordType().name();
  }

  private static List<String> pendingRecords(Host host) {
    return host.pending().stream()
        .flatMap(pending -> pending.keys().stream())
        .map(RecordKey::text)
        .toList();
  }

  static Host read(Map<String, AttributeValue> attributes) {
    AttributeValue name = attributes.get(NAME);
    var item = new Item("host " + (name == null ? "without a name" : name.s()), attributes);
    return new Host(
        item.read(NAME, Hostname::new),
        settings(item),
        AddressItem.read(item.map("wanted")),
        AddressItem.read(item.map("published")),
        pending(item),
        item.number(VERSION),
        activity(item));
  }

  private static HostSettings settings(Item item) {
    return new HostSettings(
        item.read("zone", ZoneId::new),
        item.read("ttl", text -> new Ttl(Integer.parseInt(text))),
        families(item),
        item.isTrue("wildcard"),
        item.read("specialAddresses", SpecialAddresses::valueOf),
        item.isTrue("blocked"),
        item.find("owner", text -> text));
  }

  private static Set<Family> families(Item item) {
    List<String> types = item.texts("types");
    return Arrays.stream(Family.values())
        .filter(family -> types.contains(type(family)))
        .collect(toSet());
  }

  private static Optional<Pending> pending(Item item) {
    return item.instant("pending").map(since -> new Pending(since, pendingKeys(item)));
  }

  private static Set<RecordKey> pendingKeys(Item item) {
    try {
      return item.texts("pendingRecords").stream().map(RecordKey::parse).collect(toSet());
    } catch (IllegalArgumentException e) {
      throw item.spoilt("pendingRecords");
    }
  }

  private static Activity activity(Item item) {
    Optional<Instant> at = item.instant("lastFaultAt");
    return new Activity(
        item.instant("lastChanged"),
        item.instant("lastSeen"),
        item.find("lastFault", text -> text)
            .flatMap(text -> at.map(when -> new Fault(text, when))));
  }
}
