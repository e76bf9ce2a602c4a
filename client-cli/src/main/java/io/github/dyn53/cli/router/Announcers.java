package io.github.dyn53.cli.router;

import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who announced, until it is known which of them is the gateway. Anyone on the local network can
 * send any number of packets, and on some systems reading the routing table starts a program: so it
 * is read ten times a second at most, and who announces in between waits for the next time. For one
 * thread.
 */
final class Announcers {

  private static final long REST_NANOS = Duration.ofMillis(100).toNanos();
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** More in a tenth of a second than a network has routers. */
  private static final int MOST = 256;

  private final Routes routes;
  private final Map<Ipv4Address, Announcement> waiting = new HashMap<>();
  private Optional<Ipv4Address> told = Optional.empty();
  private long lastRead = System.nanoTime() - REST_NANOS;

  Announcers(Routes routes) {
    this.routes = routes;
  }

  /** Takes one up, but for one that only repeats what has been told a moment ago. */
  void add(Ipv4Address sender, Announcement announcement) {
    // A flood of packets is one hint: nothing in them counts, only that there was one.
    boolean again = told.isPresent() && told.get().equals(sender) && rest() > 0;
    if (!again && waiting.size() < MOST) {
      waiting.put(sender, announcement);
    }
  }

  /** How long until somebody who waits can be looked at: 0 where nobody waits. */
  int millisToWait() {
    return waiting.isEmpty() ? 0 : (int) Math.max(1, rest() / NANOS_PER_MILLI + 1);
  }

  /** What the gateway announced; nothing where it did not, or where it is not yet time to look. */
  Optional<Announcement> fromGateway() {
    if (waiting.isEmpty() || rest() > 0) {
      return Optional.empty();
    }
    Optional<Ipv4Address> gateway = gateway();
    // After the reading, which can take seconds.
    lastRead = System.nanoTime();
    told = gateway.filter(waiting::containsKey);
    Optional<Announcement> announcement = told.map(waiting::get);
    waiting.clear();
    return announcement;
  }

  private long rest() {
    return REST_NANOS - (System.nanoTime() - lastRead);
  }

  private Optional<Ipv4Address> gateway() {
    Optional<DefaultRoute> route = routes.defaultRoute(Family.IPV4);
    Optional<IpAddress> gateway = route.isPresent() ? route.get().gateway() : Optional.empty();
    return gateway.isPresent() && gateway.get() instanceof Ipv4Address ipv4
        ? Optional.of(ipv4)
        : Optional.empty();
  }
}
