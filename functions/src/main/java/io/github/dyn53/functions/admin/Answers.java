package io.github.dyn53.functions.admin;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Network;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.SpoiltHost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the answers show of hosts, tokens and history. Nothing here has a secret to show. */
final class Answers {

  private Answers() {}

  static Map<String, Object> host(Host host) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("hostname", host.hostname().value());
    shown.put("zone", host.settings().zone().value());
    shown.put("ttl", host.settings().ttl().seconds());
    shown.put(
        "families",
        Stream.of(Family.values())
            .filter(host.settings().families()::contains)
            .map(Fields::lowerCase)
            .toList());
    shown.put("wildcard", host.settings().wildcard());
    shown.put("specialAddresses", Fields.lowerCase(host.settings().specialAddresses()));
    shown.put("blocked", host.settings().blocked());
    host.settings()
        .silence()
        .ifPresent(silence -> {
          shown.put("silenceHours", silence.limit().toHours());
          shown.put("silencePolicy", Fields.lowerCase(silence.policy()));
        });
    shown.put("drift", Fields.lowerCase(host.settings().drift()));
    put(shown, "owner", host.settings().owner());
    put(shown, "interfaceId", host.settings().interfaceId());
    if (host.settings().subnet() != 0) {
      shown.put("subnet", host.settings().subnet());
    }
    put(shown, "follows", host.settings().follows());
    List<String> followers =
        host.settings().group().followers().stream().map(Hostname::value).sorted().toList();
    put(shown, "followers", Optional.of(followers).filter(list -> !list.isEmpty()));
    shown.put("wanted", addresses(host.wanted()));
    shown.put("published", addresses(host.published()));
    if (!host.challenges().isEmpty()) {
      shown.put("challenges", host.challenges().stream().map(Answers::challenge).toList());
    }
    put(shown, "pendingSince", host.pending().map(Pending::since));
    put(shown, "lastChanged", host.activity().lastChanged());
    put(shown, "lastSeen", host.activity().lastSeen());
    host.activity().lastFault().ifPresent(fault -> shown.put("lastFault", fault(fault)));
    host.activity().lastDrift().ifPresent(drift -> shown.put("lastDrift", fault(drift)));
    return shown;
  }

  /** Anybody can read it in DNS. */
  private static Map<String, Object> challenge(Challenge challenge) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("value", challenge.value().text());
    shown.put("until", challenge.expires().toString());
    return shown;
  }

  /** A host that something is wrong with, and what. */
  static Map<String, Object> trouble(Host host) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("hostname", host.hostname().value());
    host.activity().lastFault().ifPresent(fault -> shown.putAll(fault(fault)));
    return shown;
  }

  /** A host that can't be read, and what to do about it. */
  static Map<String, Object> trouble(SpoiltHost host) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("hostname", host.name());
    shown.put("text", whatToDo(host));
    return shown;
  }

  /** Its records in DNS are left alone, so that a host that is added anew has to adopt them. */
  static String whatToDo(SpoiltHost host) {
    return ("can't be read: %s. Mend its item in the table Hosts, or delete the item there and add"
            + " the host again with \"adopt\"")
        .formatted(host.fault());
  }

  private static Map<String, Object> fault(Fault fault) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("at", fault.at().toString());
    shown.put("text", fault.text());
    return shown;
  }

  private static Map<String, Object> addresses(Addresses addresses) {
    Map<String, Object> shown = new LinkedHashMap<>();
    put(shown, "ipv4", addresses.ipv4());
    put(shown, "ipv6", addresses.ipv6());
    return shown;
  }

  static Map<String, Object> change(Change change) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("at", change.at().toString());
    shown.put("what", Fields.lowerCase(change.kind()));
    shown.put("from", addresses(change.from()));
    shown.put("to", addresses(change.to()));
    shown.put("by", change.by().name());
    put(shown, "client", Optional.of(change.by().client()).filter(text -> !text.isEmpty()));
    put(shown, "source", Optional.of(change.by().source()).filter(text -> !text.isEmpty()));
    put(shown, "note", Optional.of(change.note()).filter(text -> !text.isEmpty()));
    return shown;
  }

  static Map<String, Object> token(Token token) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", token.name());
    shown.put("id", token.hash().id());
    shown.put("role", Fields.lowerCase(token.role()));
    shown.put("hosts", token.grants().stream().map(Answers::grant).toList());
    if (!token.grants().stream().allMatch(grant -> grant.types().equals(Grant.ADDRESSES))) {
      shown.put(
          "records",
          token.grants().stream()
              .flatMap(grant -> grant.types().stream())
              .distinct()
              .map(Fields::lowerCase)
              .sorted()
              .toList());
    }
    shown.put("changesPerHour", token.limits().changesPerHour());
    shown.put("challenges", token.limits().challenges());
    shown.put("hostsPerRequest", token.limits().hosts());
    shown.put("created", token.created().toString());
    put(shown, "expires", token.expires());
    List<String> networks = token.allowedNetworks().stream().map(Network::text).toList();
    put(shown, "networks", Optional.of(networks).filter(list -> !list.isEmpty()));
    return shown;
  }

  private static Object grant(Grant grant) {
    return grant
        .until()
        .<Object>map(until -> Map.of("hostname", grant.name().value(), "until", until.toString()))
        .orElse(grant.name().value());
  }

  private static void put(Map<String, Object> shown, String name, Optional<?> value) {
    value.ifPresent(v -> shown.put(name, v instanceof List<?> list ? list : v.toString()));
  }
}
