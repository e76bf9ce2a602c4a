package io.github.dyn53.dns;

import java.util.Optional;

/**
 * An IPv6 prefix as a provider delegates it to a home: from /48 to /64 (RFC 6177).
 *
 * @param high the first 64 bits; those behind the prefix are zero
 * @param length how many bits belong to the prefix
 */
public record Ipv6Prefix(long high, int length) {

  private static final int SHORTEST = 48;
  private static final int LONGEST = 64;

  public Ipv6Prefix {
    if (length < SHORTEST || length > LONGEST || (high & subnetMask(length)) != 0) {
      throw new IllegalArgumentException(
          "not a prefix: %s/%d".formatted(new Ipv6Address(high, 0).text(), length));
    }
  }

  /** Reads {@code x::/48} to {@code x::/64}; what has a bit set behind the prefix is none. */
  public static Optional<Ipv6Prefix> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() - slash != 3) {
      return Optional.empty();
    }
    int length = number(text.charAt(slash + 1), text.charAt(slash + 2));
    return Ipv6Address.parse(text.substring(0, slash))
        .filter(address -> length >= SHORTEST && length <= LONGEST)
        .filter(address -> address.low() == 0 && (address.high() & subnetMask(length)) == 0)
        .map(address -> new Ipv6Prefix(address.high(), length));
  }

  private static int number(char tens, char ones) {
    boolean digits = tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9';
    return digits ? (tens - '0') * 10 + ones - '0' : -1;
  }

  /** The bits between the prefix and the interface id. */
  private static long subnetMask(int length) {
    return length == LONGEST ? 0 : -1L >>> length;
  }

  /** Whether there is a subnet of this id behind the prefix; a /64 has none but 0. */
  public boolean holds(int subnet) {
    return subnet >= 0 && subnet <= subnetMask(length);
  }

  /**
   * The address of an interface behind this prefix.
   *
   * @param subnet an id that the prefix {@linkplain #holds holds}
   */
  public Ipv6Address address(int subnet, InterfaceId id) {
    if (!holds(subnet)) {
      throw new IllegalArgumentException("%s has no subnet %d".formatted(this, subnet));
    }
    return new Ipv6Address(high | subnet, id.bits());
  }

  /** The canonical text, which {@link #parse} reads back. */
  public String text() {
    return new Ipv6Address(high, 0).text() + "/" + length;
  }

  @Override
  public String toString() {
    return text();
  }
}
