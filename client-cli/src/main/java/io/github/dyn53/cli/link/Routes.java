package io.github.dyn53.cli.link;

import io.github.dyn53.dns.Family;
import java.util.Optional;

/** Port: the routing table of this machine. */
@FunctionalInterface
public interface Routes {

  /** The default route in use now, if the family has one; never throws. */
  Optional<DefaultRoute> defaultRoute(Family family);
}
