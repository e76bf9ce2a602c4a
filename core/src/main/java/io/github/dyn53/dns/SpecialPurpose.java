package io.github.dyn53.dns;

import java.util.List;
import java.util.Optional;

/**
 * Why an address is of no use to the rest of the world: the blocks of the IANA special-purpose
 * registries (RFC 6890) that are not globally reachable, and what lies outside global unicast.
 */
public enum SpecialPurpose {
  /** RFC 6598: between a provider's NAT and the customer; no port can be opened from outside. */
  CARRIER_GRADE_NAT("carrier-grade-nat", "100.64.0.0/10"),
  /** RFC 1918, RFC 4193, and 6to4 of the former, which RFC 3056 section 2 has no use for. */
  PRIVATE(
      "private",
      "10.0.0.0/8",
      "172.16.0.0/12",
      "192.168.0.0/16",
      "fc00::/7",
      "2002:a00::/24",
      "2002:ac10::/28",
      "2002:c0a8::/32"),
  /** RFC 1122 section 3.2.1.3 and RFC 4291 section 2.5.3. */
  LOOPBACK("loopback", "127.0.0.0/8", "::1/128"),
  /** RFC 3927 and RFC 4291 section 2.5.6. */
  LINK_LOCAL("link-local", "169.254.0.0/16", "fe80::/10"),
  /** RFC 5737, RFC 3849 and RFC 9637. */
  DOCUMENTATION(
      "documentation",
      "192.0.2.0/24",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "2001:db8::/32",
      "3fff::/20"),
  /** RFC 5771 and RFC 4291 section 2.7. */
  MULTICAST("multicast", "224.0.0.0/4", "ff00::/8"),
  /** Everything else that is not handed out: this network, benchmarks, protocol assignments. */
  RESERVED(
      "reserved",
      "0.0.0.0/8",
      "192.0.0.0/24",
      "192.88.99.0/24",
      "198.18.0.0/15",
      "240.0.0.0/4",
      "2001::/23");

  private static final Network GLOBAL_UNICAST = network("2000::/3");

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<Network> networks;

  SpecialPurpose(String word, String... networks) {
    this.word = word;
    var blocks = new Network[networks.length];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = network(networks[i]);
    }
    this.networks = List.of(blocks);
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }

  /** The purpose of an address, or nothing for an ordinary public one. */
  public static Optional<SpecialPurpose> of(IpAddress address) {
    for (SpecialPurpose purpose : values()) {
      for (Network network : purpose.networks) {
        if (network.contains(address)) {
          return Optional.of(purpose);
        }
      }
    }
    boolean unallocated = address instanceof Ipv6Address && !GLOBAL_UNICAST.contains(address);
    return unallocated ? Optional.of(RESERVED) : Optional.empty();
  }

  /** The word for logs and history, such as {@code carrier-grade-nat}. */
  public String word() {
    return word;
  }
}
