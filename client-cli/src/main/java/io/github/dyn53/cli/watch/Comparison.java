package io.github.dyn53.cli.watch;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.update.Findings;
import io.github.dyn53.cli.update.Round;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Compares the router's IPv4 address with the one the endpoint sees: after the start and after each
 * change, at most once an hour. They differ behind a second NAT, and no request follows from that:
 * the router's address, where it is a public one, is the one that ports can be opened on.
 */
public final class Comparison {

  private static final long APART = Duration.ofHours(1).toNanos();

  private final AddressSource endpoint;
  private final Log log;
  private Optional<IpAddress> compared = Optional.empty();
  private long last;

  /** Compares with what this source says. */
  public Comparison(AddressSource endpoint, Log log) {
    this.endpoint = endpoint;
    this.log = log;
  }

  void after(Round round, long now) {
    Optional<IpAddress> router = router(round);
    boolean isNew = router.isPresent() && !router.equals(compared);
    if (!isNew || (compared.isPresent() && now - last < APART)) {
      return;
    }
    compared = router;
    last = now;
    if (endpoint.find(Family.IPV4) instanceof Finding.Found seen
        && !seen.address().equals(router.get())) {
      log.warn(
          "the router says "
              + router.get()
              + ", but the endpoint sees "
              + seen.address()
              + ": there is a second NAT between them, of your provider or of another router."
              + " Ports may be closed from outside");
    }
  }

  private static Optional<IpAddress> router(Round round) {
    for (Findings findings : round.findings().values()) {
      if (findings.ipv4() instanceof Finding.Found found && found.by().startsWith("router")) {
        return Optional.of(found.address());
      }
    }
    return Optional.empty();
  }
}
