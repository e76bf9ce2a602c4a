package io.github.dyn53.dns;

import java.util.Optional;

/**
 * The last 64 bits of an IPv6 address: what a machine keeps when its provider changes the prefix.
 *
 * @param bits not all zero: that is the routers' anycast address (RFC 4291 section 2.6.1)
 */
public record InterfaceId(long bits) {

  private static final int MAC_LENGTH = "00:11:22:33:44:55".length();

  /** "u": whether the id was made up; inverted in a modified EUI-64. */
  private static final long UNIVERSAL = 0x0200_0000_0000_0000L;

  public InterfaceId {
    if (bits == 0) {
      throw new IllegalArgumentException("an interface id is not zero");
    }
  }

  /**
   * Reads the literal {@code ::a:b:c:d}, or a MAC address with colons or hyphens, from which many
   * machines make theirs by EUI-64 (RFC 4291 appendix A).
   */
  public static Optional<InterfaceId> parse(String text) {
    return mac(text)
        .or(() ->
            Ipv6Address.parse(text)
                .filter(address -> address.high() == 0 && address.low() != 0)
                .map(address -> new InterfaceId(address.low())));
  }

  private static Optional<InterfaceId> mac(String text) {
    if (text.length() != MAC_LENGTH) {
      return Optional.empty();
    }
    char separator = text.charAt(2);
    long bits = 0;
    for (int at = 0; at < MAC_LENGTH; at++) {
      char character = text.charAt(at);
      if (at % 3 == 2) {
        if (character != separator || (separator != ':' && separator != '-')) {
          return Optional.empty();
        }
        continue;
      }
      // Character.digit alone would also take the digits of other scripts.
      int digit = character < 128 ? Character.digit(character, 16) : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      bits = bits << 4 | digit;
    }
    return Optional.of(eui64(bits));
  }

  private static InterfaceId eui64(long mac) {
    long vendor = mac >>> 24 << 40;
    return new InterfaceId((vendor | 0xff_fe00_0000L | (mac & 0xff_ffff)) ^ UNIVERSAL);
  }

  /** The literal, which {@link #parse} reads back. */
  public String text() {
    return new Ipv6Address(0, bits).text();
  }

  @Override
  public String toString() {
    return text();
  }
}
