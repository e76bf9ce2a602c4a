package io.github.dyn53.update;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Prefix;

/** What a request asks of one address family. */
public sealed interface AddressChange {

  /** The family was not named: it is never touched. */
  record Keep() implements AddressChange {}

  /** The host is to have this address. */
  record Set(IpAddress address) implements AddressChange {}

  /**
   * A host that knows its interface id is to have its address behind this prefix.
   *
   * @param otherwise what is asked of a host that does not, such as the router itself
   */
  record SetPrefix(Ipv6Prefix prefix, AddressChange otherwise) implements AddressChange {

    public SetPrefix {
      if (otherwise instanceof SetPrefix) {
        throw new IllegalArgumentException("two prefixes");
      }
    }
  }

  /** The host is to have no address of this family. */
  record Clear() implements AddressChange {}
}
