package io.github.dyn53.update;

import static java.util.stream.Collectors.toSet;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks of one host.
 *
 * @param hostname the host
 * @param changes what is asked of each family; one that is not named is kept
 * @param challenge what is asked of its challenges; then nothing is asked of its addresses
 */
public record HostUpdate(
    Hostname hostname, Map<Family, AddressChange> changes, Optional<ChallengeChange> challenge) {

  public HostUpdate {
    changes = Map.copyOf(changes);
  }

  /** An update of addresses. */
  public static HostUpdate ofAddresses(Hostname hostname, Map<Family, AddressChange> changes) {
    return new HostUpdate(hostname, changes, Optional.empty());
  }

  /** An update of challenges. */
  public static HostUpdate ofChallenge(Hostname hostname, ChallengeChange change) {
    return new HostUpdate(hostname, Map.of(), Optional.of(change));
  }

  /** What is asked of one family. */
  public AddressChange of(Family family) {
    return changes.getOrDefault(family, new AddressChange.Keep());
  }

  /** The types of the record sets that it is about. */
  Set<RecordType> types() {
    return challenge.isPresent()
        ? Set.of(RecordType.TXT)
        : changes.keySet().stream().map(Family::recordType).collect(toSet());
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
