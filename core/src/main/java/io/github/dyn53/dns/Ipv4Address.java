package io.github.dyn53.dns;

import java.util.Optional;

/**
 * An IPv4 address.
 *
 * @param bits the 32 bits, the first octet highest
 */
public record Ipv4Address(int bits) implements IpAddress {

  private static final int OCTETS = 4;

  /**
   * Reads dotted decimal: four numbers from 0 to 255 without leading zeros, which some programs
   * would read as octal (RFC 6943 section 3.1.1).
   */
  public static Optional<Ipv4Address> parse(String text) {
    int bits = 0;
    int at = 0;
    for (int octet = 0; octet < OCTETS; octet++) {
      int end = octet == OCTETS - 1 ? text.length() : text.indexOf('.', at);
      int value = end < 0 ? -1 : octet(text, at, end);
      if (value < 0) {
        return Optional.empty();
      }
      bits = bits << 8 | value;
      at = end + 1;
    }
    return Optional.of(new Ipv4Address(bits));
  }

  private static int octet(String text, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      value = value * 10 + digit - '0';
    }
    return value > 255 ? -1 : value;
  }

  @Override
  public Family family() {
    return Family.IPV4;
  }

  @Override
  public String text() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }

  @Override
  public byte[] bytes() {
    return new byte[] {
      (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
    };
  }

  /**
   * By hand, with {@link #hashCode}: a record's own are linked at run time (docs/decisions/0006).
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Ipv4Address that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public String toString() {
    return text();
  }
}
