package io.github.dyn53.cli.address;

import io.github.dyn53.dns.Family;

/** One way to learn the address of this connection. */
public interface AddressSource {

  /**
   * What it is called in configuration and output, such as {@code router} or {@code
   * interface:eth0}.
   */
  String name();

  /** Looks now; takes no longer than its own time-outs and never throws for what it meets. */
  Finding find(Family family);
}
