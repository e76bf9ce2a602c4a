package io.github.dyn53.cli.link;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.util.Optional;

/** What {@code route print} prints on Windows; its headings are in the user's language. */
final class WindowsRoutes {

  private WindowsRoutes() {}

  static Optional<DefaultRoute> parse(String output, Family family) {
    return switch (family) {
      case IPV4 -> ipv4(output);
      case IPV6 -> ipv6(output);
    };
  }

  /** Destination, mask, gateway, address of the interface, metric. */
  private static Optional<DefaultRoute> ipv4(String output) {
    Optional<DefaultRoute> best = Optional.empty();
    long bestMetric = Long.MAX_VALUE;
    for (String[] row : Rows.of(output, 5)) {
      boolean everything = row[0].equals("0.0.0.0") && row[1].equals("0.0.0.0");
      long metric = everything ? Rows.number(row[row.length - 1], 10) : -1;
      if (metric >= 0 && metric < bestMetric) {
        bestMetric = metric;
        best = Optional.of(new DefaultRoute(row[row.length - 2], IpAddress.parse(row[2])));
      }
    }
    return best;
  }

  /** Index of the interface, metric, destination, gateway. */
  private static Optional<DefaultRoute> ipv6(String output) {
    Optional<DefaultRoute> best = Optional.empty();
    long bestMetric = Long.MAX_VALUE;
    for (String[] row : Rows.of(output, 4)) {
      long metric = row[2].equals("::/0") ? Rows.number(row[1], 10) : -1;
      if (metric >= 0 && metric < bestMetric) {
        bestMetric = metric;
        best = Optional.of(new DefaultRoute(row[0], IpAddress.parse(row[3])));
      }
    }
    return best;
  }
}
