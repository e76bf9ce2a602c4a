package io.github.dyn53.cli.link;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code netstat -rn} prints on macOS and the BSDs. */
final class BsdRoutes {

  private BsdRoutes() {}

  static Optional<DefaultRoute> parse(String output, Family family) {
    String section = family == Family.IPV4 ? "Internet:" : "Internet6:";
    boolean inside = false;
    int linkColumn = -1;
    for (String[] row : Rows.of(output, 1)) {
      List<String> cells = Arrays.asList(row);
      if (row.length == 1 && row[0].endsWith(":")) {
        inside = row[0].equals(section);
      } else if (row[0].equals("Destination")) {
        linkColumn = Math.max(cells.indexOf("Netif"), cells.indexOf("Iface"));
      } else if (inside && row[0].equals("default") && isUsable(row, linkColumn)) {
        return Optional.of(new DefaultRoute(row[linkColumn], gateway(row[1], family)));
      }
    }
    return Optional.empty();
  }

  /** Tunnels of the system's own ({@code utun0}) carry a default route that leads nowhere. */
  private static boolean isUsable(String[] row, int linkColumn) {
    return linkColumn > 2
        && row.length > linkColumn
        && row[2].startsWith("U")
        && !(row[linkColumn].startsWith("utun") && row[1].startsWith("fe80::%"));
  }

  private static Optional<IpAddress> gateway(String text, Family family) {
    int zone = text.indexOf('%');
    return IpAddress.parse(zone < 0 ? text : text.substring(0, zone))
        .filter(address -> address.family() == family);
  }
}
