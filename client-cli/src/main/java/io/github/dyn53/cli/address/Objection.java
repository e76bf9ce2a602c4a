package io.github.dyn53.cli.address;

import io.github.dyn53.dns.SpecialPurpose;

/** Says in plain words why an address is never sent. */
final class Objection {

  private Objection() {}

  static String to(Finding.Found found, SpecialPurpose purpose) {
    boolean router = found.by().startsWith("router");
    return switch (purpose) {
      case CARRIER_GRADE_NAT ->
          router
              ? "your provider puts you behind carrier-grade NAT: nothing outside can open a"
                  + " connection to your router over IPv4"
              : "an address of carrier-grade NAT, which nothing outside can reach";
      case PRIVATE ->
          router
              ? "the router is behind another router (double NAT): its outer side has a private"
                  + " address"
              : "a private address, which means nothing outside your own network";
      case LOOPBACK -> "a loopback address: it is this machine and no other";
      case LINK_LOCAL -> "a link-local address: it is valid on one cable only";
      case DOCUMENTATION -> "an address of documentation, which nobody has";
      case MULTICAST -> "a multicast address, which is no machine's own";
      case RESERVED -> "a reserved address, which the Internet does not route";
    };
  }
}
