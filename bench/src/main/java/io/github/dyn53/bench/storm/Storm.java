package io.github.dyn53.bench.storm;

import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.UpdateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Hosts that get a new address all at about the same time, and ask for it.
 *
 * @param hosts how many
 * @param within each asks once at some time in this span, any time as likely as any other
 */
record Storm(int hosts, Duration within) {

  static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

  /** One zone for all: Route 53 holds 10,000 record sets in a zone unless asked for more. */
  static final ZoneId ZONE = new ZoneId("ZSTORM");

  private static final Secret SECRET = new Secret("stormstormstormstormstormstormst");
  private static final IpAddress SOURCE = IpAddress.parse("203.0.113.1").orElseThrow();

  /** A token for all of them. */
  static Token token() {
    return new Token(
        SECRET.hash(), "routers", Role.ADMIN, List.of(), START, Optional.empty(), List.of());
  }

  /** One of the hosts before the storm. */
  static Host host(int number) {
    return Host.added(new Hostname("host" + number + ".example.com"), HostSettings.in(ZONE));
  }

  /** What that host asks for. */
  static UpdateRequest request(int number) {
    var change = new AddressChange.Set(address(number));
    var update = HostUpdate.ofAddresses(host(number).hostname(), Map.of(Family.IPV4, change));
    return new UpdateRequest(SECRET, SOURCE, "router", List.of(update));
  }

  /** The new address of that host. */
  static IpAddress address(int number) {
    String text = "93.%d.%d.%d".formatted(number >> 16, number >> 8 & 0xff, number & 0xff);
    return IpAddress.parse(text).orElseThrow();
  }

  /** When a host asks, from the beginning on. */
  Duration time(RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(within.toNanos()));
  }
}
