package io.github.dyn53.functions.admin;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings that a command names; the others stay as they are.
 *
 * @param ttl seconds
 * @param families the address families the host may have
 * @param wildcard whether {@code *.name} is published too
 * @param specialAddresses what to do with addresses that can't be reached from outside
 * @param blocked whether updates are answered {@code abuse}
 * @param silence what becomes of the host when nobody updates it
 * @param drift what to do where somebody else changed its record sets
 * @param owner whose host it is
 * @param interfaceId what its IPv6 address ends in; {@code none} for no longer any
 * @param subnet which subnet it is in where the prefix is shorter than /64
 */
record SettingFields(
    Optional<Ttl> ttl,
    Optional<Set<Family>> families,
    Optional<Boolean> wildcard,
    Optional<SpecialAddresses> specialAddresses,
    Optional<Boolean> blocked,
    SilenceFields silence,
    Optional<DriftPolicy> drift,
    Optional<String> owner,
    Optional<String> interfaceId,
    Optional<Integer> subnet) {

  /** What takes a setting away that a host can be without. */
  static final String NONE = "none";

  private static final int LONGEST_TTL = 604_800;

  static SettingFields of(Fields fields) {
    Optional<List<Family>> families =
        fields.optionalList("families", SettingFields::family, "must be \"ipv4\" or \"ipv6\"");
    if (families.filter(List::isEmpty).isPresent()) {
      throw new InvalidCommandException("families", "must name one family at least");
    }
    return new SettingFields(
        fields.optionalInteger("ttl", 1, LONGEST_TTL).map(Ttl::new),
        families.map(Set::copyOf),
        fields.optionalFlag("wildcard"),
        fields.optionalChoice("specialAddresses", SpecialAddresses.class),
        fields.optionalFlag("blocked"),
        SilenceFields.of(fields),
        fields.optionalChoice("drift", DriftPolicy.class),
        fields.optionalText("owner"),
        interfaceId(fields),
        fields.optionalInteger("subnet", 0, HostSettings.LAST_SUBNET));
  }

  private static Optional<String> interfaceId(Fields fields) {
    Optional<String> text = fields.optionalText("interfaceId");
    if (text.filter(id -> !id.equals(NONE) && InterfaceId.parse(id).isEmpty()).isPresent()) {
      throw new InvalidCommandException(
          "interfaceId",
          "must be 64 bits such as \"::a:b:c:d\", a MAC address, or \"none\", not \"%s\""
              .formatted(text.get()));
    }
    return text;
  }

  private static Optional<Family> family(String text) {
    return Stream.of(Family.values())
        .filter(family -> family.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  HostSettings applyTo(Hostname hostname, HostSettings before) {
    boolean wild = wildcard.orElse(before.wildcard());
    if (wild && !hostname.canBeWildcard()) {
      throw new InvalidCommandException(
          "wildcard", "the name leaves no room for another *. before it");
    }
    Optional<InterfaceId> ending = interfaceId.map(InterfaceId::parse).orElse(before.interfaceId());
    if (subnet.orElse(0) != 0 && ending.isEmpty()) {
      throw new InvalidCommandException(
          "subnet", "is for a host with an interfaceId, which this one has not");
    }
    return new HostSettings(
        before.zone(),
        ttl.orElse(before.ttl()),
        families.orElse(before.families()),
        wild,
        specialAddresses.orElse(before.specialAddresses()),
        blocked.orElse(before.blocked()),
        silence.applyTo(before.silence()),
        drift.orElse(before.drift()),
        owner.or(before::owner),
        ending,
        subnet.orElse(before.subnet()),
        before.group());
  }
}
