package io.github.dyn53.cli.watch;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.watch.PacedSource.Told;
import io.github.dyn53.dns.Family;
import java.util.List;
import java.util.Optional;

/**
 * What router and endpoint say of the IPv4 address, as the hosts heard it.
 *
 * @param routers the sources that are routers
 * @param inChain the endpoint, where a host asks it
 * @param endpoint the endpoint, to be asked out of turn
 */
public record Views(
    List<PacedSource> routers, Optional<PacedSource> inChain, AddressSource endpoint) {

  public Views {
    routers = List.copyOf(routers);
  }

  /** What the routers said last: an address counts more than that there is none. */
  Optional<Told> router() {
    Optional<Told> none = Optional.empty();
    for (PacedSource router : routers) {
      Optional<Told> told = router.told(Family.IPV4);
      if (told.isPresent() && told.get().finding() instanceof Finding.Found) {
        return told;
      }
      if (told.isPresent()
          && told.get().finding() instanceof Finding.None hidden
          && hidden.byRouter()) {
        none = told;
      }
    }
    return none;
  }

  /** What the endpoint answered a host at this time or later. */
  Optional<Finding> since(long time) {
    Optional<Told> told = inChain.isPresent() ? inChain.get().told(Family.IPV4) : Optional.empty();
    return told.isPresent() && told.get().at() - time >= 0
        ? Optional.of(told.get().finding())
        : Optional.empty();
  }

  /** What the endpoint answers now. */
  Finding ask() {
    return endpoint.find(Family.IPV4);
  }
}
