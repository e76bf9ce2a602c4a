package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.RecordType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A token as an item of the table Tokens. */
final class TokenItem {

  static final String HASH = "hash";
  private static final String GRANTS = "grants";
  private static final String NETWORKS = "allowedNetworks";
  private static final String CHANGES_PER_HOUR = "changesPerHour";
  private static final String CHALLENGES = "challenges";
  private static final String HOSTS = "hosts";

  private TokenItem() {}

  static Map<String, AttributeValue> key(TokenHash hash) {
    return Map.of(HASH, Attributes.string(hash.value()));
  }

  static Map<String, AttributeValue> write(Token token) {
    var attributes =
        new Attributes()
            .text(HASH, token.hash().value())
            .text("name", token.name())
            .text("role", token.role().name())
            .list(GRANTS, token.grants().stream().map(TokenItem::write).toList())
            .text("created", token.created().toString())
            .texts(NETWORKS, token.allowedNetworks().stream().map(Network::text).toList())
            .number(CHANGES_PER_HOUR, token.limits().changesPerHour())
            .number(CHALLENGES, token.limits().challenges())
            .number(HOSTS, token.limits().hosts());
    // Seconds since the epoch: DynamoDB's time to live takes the item away some time after.
    token.expires().ifPresent(end -> attributes.number("expires", end.getEpochSecond()));
    return attributes.present();
  }

  private static Attributes write(Grant grant) {
    return new Attributes()
        .text("name", grant.name().value())
        .set("types", grant.types().stream().map(RecordType::name).toList())
        .instant("until", grant.until());
  }

  static Token read(Map<String, AttributeValue> attributes) {
    AttributeValue name = attributes.get("name");
    var item = new Item("token " + (name == null ? "without a name" : name.s()), attributes);
    return new Token(
        item.read(HASH, TokenHash::new),
        item.text("name"),
        item.read("role", Role::valueOf),
        grants(item),
        item.read("created", Instant::parse),
        item.find("expires", text -> Instant.ofEpochSecond(Long.parseLong(text))),
        networks(item),
        limits(item));
  }

  /** Of a time when there were no limits to be given, the usual ones. */
  private static Limits limits(Item item) {
    int changes =
        item.find(CHANGES_PER_HOUR, Integer::parseInt).orElse(Limits.USUAL.changesPerHour());
    int challenges = item.find(CHALLENGES, Integer::parseInt).orElse(Limits.USUAL.challenges());
    int hosts = item.find(HOSTS, Integer::parseInt).orElse(Limits.USUAL.hosts());
    try {
      return new Limits(changes, challenges, hosts);
    } catch (IllegalArgumentException e) {
      throw item.spoilt(CHANGES_PER_HOUR);
    }
  }

  private static List<Grant> grants(Item item) {
    if (!item.attributes().containsKey(GRANTS)) {
      throw item.spoilt(GRANTS);
    }
    return item.maps(GRANTS).stream().map(TokenItem::grant).toList();
  }

  private static Grant grant(Item item) {
    Set<RecordType> types = EnumSet.noneOf(RecordType.class);
    try {
      item.texts("types").forEach(type -> types.add(RecordType.valueOf(type)));
    } catch (IllegalArgumentException e) {
      throw item.spoilt("types");
    }
    // Of a time when there was nothing else to grant.
    return new Grant(
        item.read("name", Hostname::new),
        types.isEmpty() ? Grant.ADDRESSES : types,
        item.instant("until"));
  }

  private static List<Network> networks(Item item) {
    return item.texts(NETWORKS).stream()
        .map(text -> Network.parse(text).orElseThrow(() -> item.spoilt(NETWORKS)))
        .toList();
  }
}
