package io.github.dyn53.dns;

import java.util.Optional;

/**
 * A block of addresses in CIDR notation, such as {@code 192.0.2.0/24}.
 *
 * @param address the first address of the block, or any other inside it
 * @param prefixLength how many leading bits all members share
 */
public record Network(IpAddress address, int prefixLength) {

  public Network {
    if (prefixLength < 0 || prefixLength > address.bytes().length * 8) {
      throw new IllegalArgumentException("no such prefix length: " + prefixLength);
    }
  }

  /** Reads {@code address/length}, or a single address as a block of one. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int longest = address.get().bytes().length * 8;
    int length = slash < 0 ? longest : length(text.substring(slash + 1));
    return length >= 0 && length <= longest
        ? Optional.of(new Network(address.get(), length))
        : Optional.empty();
  }

  private static int length(String digits) {
    if (digits.isEmpty() || digits.length() > 3) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      length = length * 10 + digit - '0';
    }
    return length;
  }

  /** Whether the address lies in this block; one of the other family never does. */
  public boolean contains(IpAddress other) {
    if (other.family() != address.family()) {
      return false;
    }
    byte[] mine = address.bytes();
    byte[] theirs = other.bytes();
    for (int bit = 0; bit < prefixLength; bit += 8) {
      int mask = 0xff << Math.max(0, 8 - (prefixLength - bit)) & 0xff;
      if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** CIDR notation, which {@link #parse} reads back. */
  public String text() {
    return address.text() + "/" + prefixLength;
  }

  @Override
  public String toString() {
    return text();
  }
}
