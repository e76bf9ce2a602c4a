package io.github.dyn53.cli.update;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.dns.Family;

/** A host and where its addresses come from; hosts with the same chain share the object. */
public record HostSources(HostSettings settings, AddressSource ipv4, AddressSource ipv6) {

  AddressSource of(Family family) {
    return switch (family) {
      case IPV4 -> ipv4;
      case IPV6 -> ipv6;
    };
  }
}
