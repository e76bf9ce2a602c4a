package io.github.dyn53.cli.link;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.util.List;
import java.util.Optional;

/** Port: the addresses of this machine's interfaces. */
public interface InterfaceAddresses {

  /**
   * The addresses of an interface that last: neither temporary nor deprecated, neither tentative
   * nor refused as duplicates, nor of this link alone. Empty where there is no such interface.
   *
   * @param link its name, or what {@link DefaultRoute#link} said
   */
  List<IpAddress> stable(String link, Family family);

  /** The address this machine would itself call the world from, temporary or not. */
  Optional<IpAddress> preferredByKernel(Family family);
}
