package io.github.dyn53.cli.router;

import io.github.dyn53.dns.Ipv4Address;

/** Port: one way to ask a router for its outer address. */
interface RouterProtocol {

  /** What people call it, such as {@code NAT-PMP}. */
  String label();

  /**
   * Whether this one leaves a mark in the router and is left out where a gentler one has answered.
   */
  default boolean opensPort() {
    return false;
  }

  /**
   * Asks now, and never throws for what it meets. Whatever the other side does, it is over after
   * some two seconds by NAT-PMP and PCP, and after five by UPnP IGD, which takes several exchanges.
   */
  RouterAnswer ask(Ipv4Address gateway);
}
