package io.github.dyn53.functions.dynamodb;

import static java.util.stream.Collectors.toSet;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Activity;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.ChangeCount;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.Silence;
import io.github.dyn53.host.SilencePolicy;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.host.SpoiltHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A host as an item of the table Hosts. */
final class HostItem {

  static final String NAME = "name";
  static final String VERSION = "version";

  /** What the stream's filter looks for: it is there exactly while a host waits to be published. */
  static final String HANDED_OVER = "handedOver";

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
        .number("silenceSeconds", settings.silence().map(silence -> silence.limit().toSeconds()))
        .text("silencePolicy", settings.silence().map(silence -> silence.policy().name()))
        .text("drift", settings.drift().name())
        .text("owner", settings.owner())
        .text("interfaceId", settings.interfaceId().map(InterfaceId::text))
        .number("subnet", settings.subnet())
        .text("follows", settings.follows().map(Hostname::value))
        .set("followers", settings.group().followers().stream().map(Hostname::value).toList())
        .map("wanted", AddressItem.write(host.wanted()))
        .map("published", AddressItem.write(host.published()))
        .list("challenges", host.challenges().stream().map(HostItem::write).toList())
        .instant("pending", host.pending().map(Pending::since))
        .set("pendingRecords", pendingRecords(host))
        .number("leaseId", host.lease().map(Lease::id))
        .instant("leaseUntil", host.lease().map(Lease::until))
        .instant(HANDED_OVER, host.pending().flatMap(Pending::handedOver))
        .number(VERSION, host.version())
        .instant("lastChanged", activity.lastChanged())
        .instant("lastSeen", activity.lastSeen())
        .text("lastFault", activity.lastFault().map(Fault::text))
        .instant("lastFaultAt", activity.lastFault().map(Fault::at))
        .text("lastDrift", activity.lastDrift().map(Fault::text))
        .instant("lastDriftAt", activity.lastDrift().map(Fault::at))
        .instant("changesSince", activity.changeCount().map(ChangeCount::since))
        .number("changes", activity.changeCount().map(count -> (long) count.changes()));
  }

  private static Attributes write(Challenge challenge) {
    return new Attributes()
        .text("value", challenge.value().text())
        .text("expires", challenge.expires().toString());
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

  /** The hosts in these items, and the items in which there should be one. */
  static FoundHosts read(Iterable<Map<String, AttributeValue>> items) {
    Map<Hostname, Host> hosts = new LinkedHashMap<>();
    List<SpoiltHost> spoilt = new ArrayList<>();
    for (Map<String, AttributeValue> attributes : items) {
      try {
        Host host = read(new Item("host " + name(attributes), attributes));
        hosts.put(host.hostname(), host);
      } catch (SpoiltItemException e) {
        spoilt.add(new SpoiltHost(name(attributes), e.fault()));
      }
    }
    return new FoundHosts(hosts, spoilt);
  }

  /** The key of the table: it is there, and it is a string. */
  private static String name(Map<String, AttributeValue> attributes) {
    return attributes.getOrDefault(NAME, Attributes.string("")).s();
  }

  private static Host read(Item item) {
    return new Host(
        item.read(NAME, Hostname::new),
        settings(item),
        AddressItem.read(item.map("wanted")),
        AddressItem.read(item.map("published")),
        item.maps("challenges").stream().map(HostItem::challenge).toList(),
        pending(item),
        item.number(VERSION),
        activity(item));
  }

  private static Challenge challenge(Item item) {
    return new Challenge(item.read("value", TxtValue::new), item.time("expires"));
  }

  private static HostSettings settings(Item item) {
    return new HostSettings(
        item.read("zone", ZoneId::new),
        item.read("ttl", text -> new Ttl(Integer.parseInt(text))),
        families(item),
        item.isTrue("wildcard"),
        item.read("specialAddresses", SpecialAddresses::valueOf),
        item.isTrue("blocked"),
        silence(item),
        item.find("drift", DriftPolicy::valueOf).orElse(DriftPolicy.REPAIR),
        item.find("owner", text -> text),
        item.find("interfaceId", text -> InterfaceId.parse(text).orElseThrow(() -> spoilt(text))),
        item.find("subnet", HostItem::subnet).orElse(0),
        group(item));
  }

  private static IllegalArgumentException spoilt(String text) {
    return new IllegalArgumentException("not an interface id: " + text);
  }

  private static int subnet(String text) {
    int subnet = Integer.parseInt(text);
    if (subnet < 0 || subnet > HostSettings.LAST_SUBNET) {
      throw new IllegalArgumentException("not a subnet: " + text);
    }
    return subnet;
  }

  private static Group group(Item item) {
    try {
      return new Group(
          item.find("follows", Hostname::new),
          item.texts("followers").stream().map(Hostname::new).collect(toSet()));
    } catch (IllegalArgumentException e) {
      throw item.spoilt("followers");
    }
  }

  private static Set<Family> families(Item item) {
    List<String> types = item.texts("types");
    return Arrays.stream(Family.values())
        .filter(family -> types.contains(type(family)))
        .collect(toSet());
  }

  private static Optional<Pending> pending(Item item) {
    return item.instant("pending")
        .map(
            since -> new Pending(since, pendingKeys(item), lease(item), item.instant(HANDED_OVER)));
  }

  private static Optional<Lease> lease(Item item) {
    return item.instant("leaseUntil").map(until -> new Lease(item.number("leaseId"), until));
  }

  private static Optional<Silence> silence(Item item) {
    return item.find("silencePolicy", SilencePolicy::valueOf)
        .map(policy -> item.read("silenceSeconds", text -> silence(text, policy)));
  }

  private static Silence silence(String seconds, SilencePolicy policy) {
    return new Silence(Duration.ofSeconds(Integer.parseInt(seconds)), policy);
  }

  private static Set<RecordKey> pendingKeys(Item item) {
    try {
      return item.texts("pendingRecords").stream().map(RecordKey::parse).collect(toSet());
    } catch (IllegalArgumentException e) {
      throw item.spoilt("pendingRecords");
    }
  }

  private static Activity activity(Item item) {
    return new Activity(
        item.instant("lastChanged"),
        item.instant("lastSeen"),
        fault(item, "lastFault"),
        fault(item, "lastDrift"),
        item.instant("changesSince")
            .map(since -> new ChangeCount(since, item.read("changes", Integer::parseInt))));
  }

  private static Optional<Fault> fault(Item item, String name) {
    Optional<Instant> at = item.instant(name + "At");
    return item.find(name, text -> text).flatMap(text -> at.map(when -> new Fault(text, when)));
  }
}
