package io.github.dyn53.dns;

import java.util.Optional;

/**
 * At most one address of each family: what a host's name points at.
 *
 * @param ipv4 the value of the A record set, if there is to be one
 * @param ipv6 the value of the AAAA record set, if there is to be one
 */
public record Addresses(Optional<Ipv4Address> ipv4, Optional<Ipv6Address> ipv6) {

  /** No address at all: the name is off the air. */
  public static final Addresses NONE = new Addresses(Optional.empty(), Optional.empty());

  /** The address of one family. */
  public Optional<IpAddress> of(Family family) {
    return switch (family) {
      case IPV4 -> IpAddress.any(ipv4);
      case IPV6 -> IpAddress.any(ipv6);
    };
  }

  /** The same with this address in its family's place. */
  public Addresses with(IpAddress address) {
    // No switch over types: Java links one at run time, which costs the companion 20 ms a start.
    return address instanceof Ipv4Address v4
        ? new Addresses(Optional.of(v4), ipv6)
        : new Addresses(ipv4, Optional.of((Ipv6Address) address));
  }

  /** The same without an address of this family. */
  public Addresses without(Family family) {
    return switch (family) {
      case IPV4 -> new Addresses(Optional.empty(), ipv6);
      case IPV6 -> new Addresses(ipv4, Optional.empty());
    };
  }

  /** For people: the addresses in canonical text, or a dash for none. */
  public String describe() {
    if (ipv4.isPresent() && ipv6.isPresent()) {
      return ipv4.get().text() + ", " + ipv6.get().text();
    }
    Optional<IpAddress> only = of(ipv4.isPresent() ? Family.IPV4 : Family.IPV6);
    return only.isPresent() ? only.get().text() : "-";
  }

  /**
   * By hand, with {@link #hashCode}: a record's own are linked at run time (docs/decisions/0006).
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Addresses that && ipv4.equals(that.ipv4) && ipv6.equals(that.ipv6);
  }

  @Override
  public int hashCode() {
    return 31 * ipv4.hashCode() + ipv6.hashCode();
  }
}
