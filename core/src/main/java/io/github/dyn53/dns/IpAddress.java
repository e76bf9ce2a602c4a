package io.github.dyn53.dns;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address.
 *
 * <p>Not {@link java.net.InetAddress}: that one looks up what it cannot read as a literal, prints
 * IPv6 in a form nobody compares with, and folds IPv4-mapped addresses into IPv4.
 */
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {

  /** Reads an address of either family; never looks anything up. */
  static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? any(Ipv4Address.parse(text)) : any(Ipv6Address.parse(text));
  }

  /** The same, its family forgotten. */
  static Optional<IpAddress> any(Optional<? extends IpAddress> address) {
    return address.isPresent() ? Optional.of(address.get()) : Optional.empty();
  }

  /** The family this address belongs to. */
  Family family();

  /** The canonical text: dotted decimal, or RFC 5952 for IPv6. {@link #parse} reads it back. */
  String text();

  /** The address in network byte order: 4 or 16 bytes. */
  byte[] bytes();
}
