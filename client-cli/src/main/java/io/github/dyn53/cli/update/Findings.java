package io.github.dyn53.cli.update;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.SpecialPurpose;

/** What a host's sources say now. */
public record Findings(Finding ipv4, Finding ipv6) {

  /** What they say of one family. */
  public Finding of(Family family) {
    return switch (family) {
      case IPV4 -> ipv4;
      case IPV6 -> ipv6;
    };
  }

  /** The addresses to publish: what was found and the world can reach. */
  public Addresses wanted() {
    Addresses wanted = Addresses.NONE;
    for (Family family : Family.values()) {
      if (of(family) instanceof Finding.Found found
          && found.address().family() == family
          && SpecialPurpose.of(found.address()).isEmpty()) {
        wanted = wanted.with(found.address());
      }
    }
    return wanted;
  }

  /** Whether the endpoint might have told an address, but could not be asked. */
  boolean withoutEndpoint() {
    return isByEndpoint(ipv4) || isByEndpoint(ipv6);
  }

  private static boolean isByEndpoint(Finding finding) {
    return finding instanceof Finding.Failed failed && failed.byEndpoint();
  }

  /** For people: why there is no address. */
  String describe() {
    return "IPv4: " + describe(ipv4) + "; IPv6: " + describe(ipv6);
  }

  private static String describe(Finding finding) {
    if (finding instanceof Finding.Found found) {
      return found.address() + " (" + found.by() + ") can't be reached from the internet";
    }
    if (finding instanceof Finding.None none) {
      return none.reason();
    }
    return ((Finding.Failed) finding).reason();
  }
}
