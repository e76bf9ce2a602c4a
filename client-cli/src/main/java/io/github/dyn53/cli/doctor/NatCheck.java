package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.List;
import java.util.Optional;

/**
 * Which kind of NAT stands between this machine and the internet over IPv4, seen from the addresses
 * alone.
 *
 * @param interfaces this machine's own addresses
 * @param routed the address of the interface that leads to the internet; others may have one of
 *     carrier-grade NAT that says nothing of the provider, as overlay networks use them too
 * @param router what the router says of its outer side
 * @param endpoint the address the endpoint sees
 * @param ipv6 whether there is a public IPv6 address, which needs no NAT
 */
record NatCheck(
    List<IpAddress> interfaces,
    Optional<IpAddress> routed,
    Finding router,
    Optional<IpAddress> endpoint,
    boolean ipv6) {

  /** RFC 6333 section 5.7: between a customer's router and the provider's NAT. */
  private static final Network DS_LITE = Network.parse("192.0.0.0/29").orElseThrow();

  private static final String ABOUT = "IPv4";

  NatCheck {
    interfaces = List.copyOf(interfaces);
  }

  FindingLine look() {
    if (endpoint.isEmpty()) {
      return Subject.NAT.skipped(ABOUT, "the endpoint sees no IPv4 address of this connection");
    }
    String seen = endpoint.get().text();
    if (!AskedSources.isPublic(endpoint.get())) {
      return Subject.NAT.skipped(
          ABOUT, "the endpoint sees " + seen + ": it stands in your own network");
    }
    if (interfaces.contains(endpoint.get())) {
      return Subject.NAT.ok(
          ABOUT, "no NAT: this machine has the public address " + seen + " itself");
    }
    return switch (router) {
      case Finding.Found found -> behind(found.address(), seen);
      case Finding.None none -> none.byRouter() ? hidden(none, seen) : withoutRouter(seen);
      case Finding.Failed failed -> withoutRouter(seen);
    };
  }

  private FindingLine withoutRouter(String seen) {
    return routed
        .filter(NatCheck::isCarrierGrade)
        .map(own -> carrierGrade("this machine has " + own + ", the world sees " + seen))
        .orElseGet(() ->
            Subject.NAT.warn(
                ABOUT,
                "NAT: the world sees "
                    + seen
                    + ", which none of this machine's interfaces has;"
                    + " the router does not tell its own address",
                "whether one NAT is in the way or more can't be told",
                "look in the router's pages for its address on the internet: if it is "
                    + seen
                    + ", port forwarding works; or switch NAT-PMP, PCP or UPnP on there"));
  }

  private static boolean isCarrierGrade(IpAddress address) {
    return SpecialPurpose.of(address).equals(Optional.of(SpecialPurpose.CARRIER_GRADE_NAT))
        || DS_LITE.contains(address);
  }

  private FindingLine behind(IpAddress outer, String seen) {
    String both = "the router's outer address is " + outer + ", the world sees " + seen;
    if (outer.equals(endpoint.orElseThrow())) {
      return Subject.NAT.ok(
          ABOUT,
          "one NAT: the router has the public address "
              + outer
              + "; what is to be reached from outside needs a port forwarding there");
    }
    if (isCarrierGrade(outer)) {
      return carrierGrade(both);
    }
    return AskedSources.isPublic(outer) ? unlike(both) : doubled(both);
  }

  private FindingLine carrierGrade(String seen) {
    return closed(
        "carrier-grade NAT: " + seen,
        "the provider shares one IPv4 address among many customers; nothing outside can open a"
            + " connection to yours over IPv4, whatever the router forwards",
        "use IPv6; or ask the provider for a public IPv4 address; or take a tunnel or VPN with one");
  }

  /** Some routers have an address of the provider's NAT and say that they have none. */
  private FindingLine hidden(Finding.None none, String seen) {
    return closed(
        "carrier-grade or double NAT: the router says that it has no public address, the world sees "
            + seen
            + " (it says: "
            + none.reason()
            + ")",
        "the provider shares one IPv4 address among many customers, or another router stands before"
            + " yours; a port can't be opened from outside over IPv4",
        "ask the provider for a public IPv4 address, or use IPv6; if the box before your router is"
            + " in your house, set it to bridge mode");
  }

  private FindingLine doubled(String seen) {
    return closed(
        "double NAT: " + seen,
        "your router stands behind another router, often the provider's box; a port forwarding in"
            + " yours alone is not enough",
        "set the outer box to bridge mode, or forward the ports there to your router as well");
  }

  private FindingLine unlike(String seen) {
    return closed(
        "the router's address is unlike what the world sees: " + seen,
        "traffic leaves by another way than the router's own address: a VPN or proxy, a second"
            + " connection, or a NAT of the provider's behind a public-looking address",
        "if a VPN or second line is meant to be there, name the source you want in ipv4; otherwise"
            + " ask the provider");
  }

  /** With a public IPv6 address the host can be reached all the same. */
  private FindingLine closed(String seen, String meaning, String remedy) {
    return ipv6
        ? Subject.NAT.warn(ABOUT, seen, meaning, remedy)
        : Subject.NAT.fail(ABOUT, seen, meaning, remedy);
  }
}
