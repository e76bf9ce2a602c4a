package io.github.dyn53.probe;

import io.github.dyn53.dns.IpAddress;

/** Opens a connection to a port and closes it again. */
public interface Prober {

  /**
   * Tries once, for a few seconds at the most, and sends nothing; never throws for what it meets.
   *
   * @param port 1 to 65535, of TCP
   */
  Reachability probe(IpAddress address, int port);
}
