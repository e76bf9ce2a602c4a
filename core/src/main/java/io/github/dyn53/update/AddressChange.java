package io.github.dyn53.update;

import io.github.dyn53.dns.IpAddress;

/** What a request asks of one address family. */
public sealed interface AddressChange {

  /** The family was not named: it is never touched. */
  record Keep() implements AddressChange {}

  /** The host is to have this address. */
  record Set(IpAddress address) implements AddressChange {}

  /** The host is to have no address of this family. */
  record Clear() implements AddressChange {}
}
