package io.github.dyn53.cli.router;

import io.github.dyn53.dns.Ipv4Address;

/** What a router said, or did not. */
sealed interface RouterAnswer {

  /** The address of its outer side. */
  record Outside(Ipv4Address address) implements RouterAnswer {}

  /** It speaks the protocol and has no address outside, or none that it shows. */
  record NoAddress(String reason) implements RouterAnswer {}

  /** It speaks the protocol and keeps to itself what it has outside. */
  record Untold(String reason) implements RouterAnswer {}

  /** It does not speak the protocol, or not now. */
  record NotOffered(String reason) implements RouterAnswer {}

  /** An address, unless it is the unspecified one, by which routers say that they have none. */
  static RouterAnswer of(Ipv4Address address) {
    return address.bits() == 0
        ? new NoAddress("the router has no connection to the outside")
        : new Outside(address);
  }
}
