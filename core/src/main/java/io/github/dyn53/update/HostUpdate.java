package io.github.dyn53.update;

import static java.util.stream.Collectors.toSet;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Prefix;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks of one host.
 *
 * @param hostname the host
 * @param changes what is asked of each family; one that is not named is kept
 * @param challenge what is asked of its challenges; then nothing is asked of its addresses
 */
public record HostUpdate(
    Hostname hostname, Map<Family, AddressChange> changes, Optional<ChallengeChange> challenge) {

  public HostUpdate {
    changes = Map.copyOf(changes);
  }

  /** An update of addresses. */
  public static HostUpdate ofAddresses(Hostname hostname, Map<Family, AddressChange> changes) {
    return new HostUpdate(hostname, changes, Optional.empty());
  }

  /** An update of challenges. */
  public static HostUpdate ofChallenge(Hostname hostname, ChallengeChange change) {
    return new HostUpdate(hostname, Map.of(), Optional.of(change));
  }

  /** What is asked of one family. */
  public AddressChange of(Family family) {
    return changes.getOrDefault(family, new AddressChange.Keep());
  }

  /** The types of the record sets that it is about. */
  Set<RecordType> types() {
    return types(changes, challenge);
  }

  static Set<RecordType> types(
      Map<Family, AddressChange> changes, Optional<ChallengeChange> challenge) {
    return challenge.isPresent() ? Set.of(RecordType.TXT) : types(changes);
  }

  static Set<RecordType> types(Map<Family, AddressChange> changes) {
    return changes.keySet().stream().map(Family::recordType).collect(toSet());
  }

  /** The prefix that this asks hosts to move to. */
  Optional<Ipv6Prefix> prefix() {
    return of(Family.IPV6) instanceof AddressChange.SetPrefix(Ipv6Prefix prefix, var otherwise)
        ? Optional.of(prefix)
        : Optional.empty();
  }

  /** The same for a host with these settings: its own address in place of the prefix. */
  HostUpdate behindPrefix(HostSettings settings) {
    return of(Family.IPV6) instanceof AddressChange.SetPrefix(Ipv6Prefix prefix, var otherwise)
        ? withIpv6(
            settings
                .interfaceId()
                .filter(id -> prefix.holds(settings.subnet()))
                .<AddressChange>map(
                    id -> new AddressChange.Set(prefix.address(settings.subnet(), id)))
                .orElse(otherwise))
        : this;
  }

  /**
   * What this asks of a host that follows the one it names. The address of a host that knows its
   * interface id comes from a prefix only, and goes with the leader's.
   */
  HostUpdate forFollower(Host follower, HostSettings leader) {
    HostUpdate same = new HostUpdate(follower.hostname(), changes, Optional.empty());
    AddressChange ipv6 = of(Family.IPV6);
    boolean own = follower.settings().interfaceId().isPresent();
    return switch (ipv6) {
      case AddressChange.SetPrefix unused -> own ? same : same.behindPrefix(leader);
      case AddressChange.Set unused -> own ? same.withIpv6(new AddressChange.Keep()) : same;
      case AddressChange.Clear() -> same;
      case AddressChange.Keep() -> same;
    };
  }

  /** The same, but for this family, of which nothing is asked. */
  HostUpdate keeping(Family family) {
    return with(family, new AddressChange.Keep());
  }

  private HostUpdate withIpv6(AddressChange ipv6) {
    return with(Family.IPV6, ipv6);
  }

  private HostUpdate with(Family family, AddressChange change) {
    Map<Family, AddressChange> others = new EnumMap<>(Family.class);
    others.putAll(changes);
    others.put(family, change);
    return new HostUpdate(hostname, others, challenge);
  }

  /** The addresses that are wanted if this is granted. */
  Addresses applyTo(Addresses before) {
    Addresses after = before;
    for (Family family : Family.values()) {
      after =
          switch (of(family)) {
            case AddressChange.Keep() -> after;
            case AddressChange.Set(IpAddress address) -> after.with(address);
            case AddressChange.SetPrefix unused ->
                throw new IllegalStateException("a prefix is no address yet");
            case AddressChange.Clear() -> after.without(family);
          };
    }
    return after;
  }
}
