package io.github.dyn53.cli.address;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.Optional;

/** Says in plain words that more than one's own router stands between home and the internet. */
public final class SecondNat {

  /** What can be done about it, whichever it is. */
  public static final String REMEDY = "ask your provider for a public IPv4 address, or use IPv6";

  private SecondNat() {}

  /** Of an outer address as the router tells it; nothing where it is a public one. */
  public static Optional<String> shown(Finding.Found router) {
    Optional<SpecialPurpose> purpose = SpecialPurpose.of(router.address());
    return purpose.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the router says "
                + router.address()
                + ": "
                + Objection.to(router, purpose.get())
                + "; "
                + REMEDY);
  }

  /** Of an outer address that is public but not the one the endpoint sees. */
  public static Optional<String> unlike(IpAddress router, IpAddress seen) {
    return seen.equals(router)
        ? Optional.empty()
        : Optional.of(
            "the router says "
                + router
                + ", but the endpoint sees "
                + seen
                + ": there is a second NAT between them, of your provider or of another router."
                + " Ports may be closed from outside");
  }

  /**
   * Of a router that tells no outer address although there is a connection.
   *
   * @param seen the address that the endpoint sees; nothing follows from one that is not public
   */
  public static Optional<String> hidden(Finding.None router, IpAddress seen) {
    return !router.byRouter() || SpecialPurpose.of(seen).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the router says that it has no public address, but the endpoint sees "
                + seen
                + ": carrier-grade or double NAT. Nothing outside can open a connection to your"
                + " router over IPv4; "
                + REMEDY);
  }
}
