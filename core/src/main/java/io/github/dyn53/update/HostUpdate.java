package io.github.dyn53.update;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.util.Map;

/**
 * What a request asks of one host.
 *
 * @param hostname the host
 * @param changes what is asked of each family; one that is not named is kept
 */
public record HostUpdate(Hostname hostname, Map<Family, AddressChange> changes) {

  public HostUpdate {
    changes = Map.copyOf(changes);
  }

  /** What is asked of one family. */
  public AddressChange of(Family family) {
    return changes.getOrDefault(family, new AddressChange.Keep());
  }

  /** The addresses that are wanted if this is granted. */
  Addresses applyTo(Addresses before) {
    Addresses after = before;
    for (Family family : Family.values()) {
      after =
          switch (of(family)) {
            case AddressChange.Keep() -> after;
            case AddressChange.Set(IpAddress address) -> after.with(address);
            case AddressChange.Clear() -> after.without(family);
          };
    }
    return after;
  }
}
