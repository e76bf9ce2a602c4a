package io.github.dyn53.host;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner decides about a host.
 *
 * @param zone the hosted zone its record sets are in
 * @param ttl the TTL of its record sets
 * @param families the address families it may have; a request's other addresses are passed over
 * @param wildcard whether {@code *.name} is published with the same addresses
 * @param specialAddresses what to do with private and other special-purpose addresses
 * @param blocked whether updates are answered {@code abuse}
 * @param silence how long nobody may update it before something is done; absent for ever
 * @param drift what to do where somebody else changed its record sets
 * @param owner whose host it is, in the owner's own words
 * @param interfaceId what its IPv6 address ends in whatever the prefix; absent where its address is
 *     only told as a whole
 * @param subnet which of the subnets it is in where the prefix is shorter than /64
 * @param group with which hosts it moves
 */
public record HostSettings(
    ZoneId zone,
    Ttl ttl,
    Set<Family> families,
    boolean wildcard,
    SpecialAddresses specialAddresses,
    boolean blocked,
    Optional<Silence> silence,
    DriftPolicy drift,
    Optional<String> owner,
    Optional<InterfaceId> interfaceId,
    int subnet,
    Group group) {

  /** A /48, the shortest prefix of a home, has 16 bits for them. */
  public static final int LAST_SUBNET = 0xffff;

  public HostSettings {
    families = Set.copyOf(families);
    if (subnet < 0 || subnet > LAST_SUBNET) {
      throw new IllegalArgumentException("no such subnet: " + subnet);
    }
  }

  /** The settings of a host that moves alone. */
  public HostSettings(
      ZoneId zone,
      Ttl ttl,
      Set<Family> families,
      boolean wildcard,
      SpecialAddresses specialAddresses,
      boolean blocked,
      Optional<Silence> silence,
      DriftPolicy drift,
      Optional<String> owner) {
    this(
        zone,
        ttl,
        families,
        wildcard,
        specialAddresses,
        blocked,
        silence,
        drift,
        owner,
        Optional.empty(),
        0,
        Group.NONE);
  }

  /** The same in another group. */
  public HostSettings in(Group other) {
    return new HostSettings(
        zone,
        ttl,
        families,
        wildcard,
        specialAddresses,
        blocked,
        silence,
        drift,
        owner,
        interfaceId,
        subnet,
        other);
  }

  /** The host that this one follows. */
  public Optional<Hostname> follows() {
    return group.leader();
  }

  /** The settings of a host of which nothing but the zone was said. */
  public static HostSettings in(ZoneId zone) {
    return new HostSettings(
        zone,
        Ttl.DEFAULT,
        Set.of(Family.values()),
        false,
        SpecialAddresses.REFUSE,
        false,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty());
  }
}
