package io.github.dyn53.dns;

import java.util.Optional;

/**
 * An IPv6 address, without a zone index.
 *
 * @param high the first 64 bits: the network
 * @param low the last 64 bits: the interface id
 */
public record Ipv6Address(long high, long low) implements IpAddress {

  private static final int GROUPS = 8;

  /**
   * Reads any textual form of RFC 4291 section 2.2: compressed or expanded, either case, an IPv4
   * tail. A zone index ({@code %eth0}) or brackets are refused: neither belongs in DNS.
   */
  public static Optional<Ipv6Address> parse(String text) {
    return Ipv6Text.read(text);
  }

  /** One of the eight 16-bit groups, counted from the left. */
  int group(int index) {
    long half = index < GROUPS / 2 ? high : low;
    return (int) (half >>> (48 - 16 * (index % 4)) & 0xffff);
  }

  @Override
  public Family family() {
    return Family.IPV6;
  }

  @Override
  public String text() {
    return Ipv6Text.write(this);
  }

  @Override
  public byte[] bytes() {
    var bytes = new byte[2 * GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      bytes[2 * i] = (byte) (group(i) >>> 8);
      bytes[2 * i + 1] = (byte) group(i);
    }
    return bytes;
  }

  /**
   * By hand, with {@link #hashCode}: a record's own are linked at run time (docs/decisions/0006).
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Ipv6Address that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  @Override
  public String toString() {
    return text();
  }
}
