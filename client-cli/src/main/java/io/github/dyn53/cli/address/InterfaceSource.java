package io.github.dyn53.cli.address;

import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.InterfaceAddresses;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Address;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The address of an interface of this machine. Of IPv6 a stable one: temporary addresses (RFC 8981)
 * are gone tomorrow, and deprecated ones are on their way out.
 */
public final class InterfaceSource implements AddressSource {

  private final SourceSpec.Interface spec;
  private final Routes routes;
  private final InterfaceAddresses addresses;

  /** Looks at the interface of the default route where the configuration names none. */
  public InterfaceSource(SourceSpec.Interface spec, Routes routes, InterfaceAddresses addresses) {
    this.spec = spec;
    this.routes = routes;
    this.addresses = addresses;
  }

  @Override
  public String name() {
    return spec.text();
  }

  @Override
  public Finding find(Family family) {
    Optional<String> link = spec.interfaceName();
    if (link.isEmpty()) {
      Optional<DefaultRoute> route = routes.defaultRoute(family);
      if (route.isEmpty()) {
        return new Finding.None("this machine has no default route for " + family.label());
      }
      link = Optional.of(route.get().link());
    }
    List<IpAddress> stable = addresses.stable(link.get(), family);
    if (stable.isEmpty()) {
      return new Finding.None(
          "interface " + link.get() + " has no stable " + family.label() + " address");
    }
    return new Finding.Found(best(stable), "interface " + link.get());
  }

  /**
   * The best one: public rather than not, of the network this machine itself would use rather than
   * of one that a router left behind, made from the hardware address rather than not, and the
   * lowest, so that the answer stays the same while nothing changes.
   */
  private IpAddress best(List<IpAddress> candidates) {
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    Optional<IpAddress> own = addresses.preferredByKernel(candidates.getFirst().family());
    IpAddress best = candidates.getFirst();
    for (IpAddress candidate : candidates) {
      int gain = score(candidate, own) - score(best, own);
      if (gain > 0 || (gain == 0 && isLower(candidate, best))) {
        best = candidate;
      }
    }
    return best;
  }

  private static int score(IpAddress address, Optional<IpAddress> own) {
    int score = SpecialPurpose.of(address).isEmpty() ? 8 : 0;
    if (own.isPresent() && own.get().equals(address)) {
      score += 2;
    }
    if (address instanceof Ipv6Address ipv6) {
      boolean sameNetwork =
          own.isPresent() && own.get() instanceof Ipv6Address mine && mine.high() == ipv6.high();
      boolean fromHardware = (ipv6.low() >>> 24 & 0xffff) == 0xfffe;
      score += (sameNetwork ? 4 : 0) + (fromHardware ? 1 : 0);
    }
    return score;
  }

  private static boolean isLower(IpAddress one, IpAddress other) {
    return Arrays.compareUnsigned(one.bytes(), other.bytes()) < 0;
  }
}
