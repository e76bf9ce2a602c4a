package io.github.dyn53.cli.link;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import java.nio.ByteOrder;
import java.util.Optional;

/** {@code /proc/net/route} and {@code /proc/net/ipv6_route}, as proc_net(5) describes them. */
final class LinuxRoutes {

  /** {@code linux/route.h}. */
  private static final int UP = 0x1;

  private static final int REJECT = 0x200;
  private static final String IPV6_ANY = "0".repeat(32);

  private LinuxRoutes() {}

  static Optional<DefaultRoute> ipv4(String table) {
    Optional<DefaultRoute> best = Optional.empty();
    long bestMetric = Long.MAX_VALUE;
    for (String[] row : Rows.of(table, 8)) {
      boolean everything = row[1].equals("00000000") && row[7].equals("00000000");
      long metric = Rows.number(row[6], 10);
      if (everything && inUse(row[3]) && metric >= 0 && metric < bestMetric) {
        bestMetric = metric;
        best = Optional.of(new DefaultRoute(row[0], ipv4Gateway(row[2])));
      }
    }
    return best;
  }

  static Optional<DefaultRoute> ipv6(String table) {
    Optional<DefaultRoute> best = Optional.empty();
    long bestMetric = Long.MAX_VALUE;
    for (String[] row : Rows.of(table, 10)) {
      boolean everything = row[0].equals(IPV6_ANY) && row[1].equals("00");
      long metric = Rows.number(row[5], 16);
      if (everything && inUse(row[8]) && metric >= 0 && metric < bestMetric) {
        bestMetric = metric;
        best = Optional.of(new DefaultRoute(row[9], ipv6Gateway(row[4])));
      }
    }
    return best;
  }

  private static boolean inUse(String flags) {
    long bits = Rows.number(flags, 16);
    return bits >= 0 && (bits & UP) != 0 && (bits & REJECT) == 0;
  }

  /** The kernel prints the 32 bits as a number, so their order is the machine's. */
  private static Optional<IpAddress> ipv4Gateway(String hex) {
    long bits = Rows.number(hex, 16);
    if (bits <= 0) {
      return Optional.empty();
    }
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    return Optional.of(new Ipv4Address(little ? Integer.reverseBytes((int) bits) : (int) bits));
  }

  private static Optional<IpAddress> ipv6Gateway(String hex) {
    if (hex.length() != 32 || hex.equals(IPV6_ANY)) {
      return Optional.empty();
    }
    Optional<Ipv6Address> address = Rows.ipv6(hex);
    return address.isPresent() ? Optional.of(address.get()) : Optional.empty();
  }
}
