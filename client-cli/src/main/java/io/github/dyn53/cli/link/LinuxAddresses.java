package io.github.dyn53.cli.link;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /proc/net/if_inet6}: address, index, prefix length, scope, flags and name, in hex. */
final class LinuxAddresses {

  /** {@code linux/if_addr.h}: temporary, refused as duplicate, deprecated, tentative. */
  private static final int PASSING = 0x01 | 0x08 | 0x20 | 0x40;

  private static final String GLOBAL_SCOPE = "00";

  private LinuxAddresses() {}

  static List<IpAddress> stable(String table, String link) {
    List<IpAddress> stable = new ArrayList<>();
    for (String[] row : Rows.of(table, 6)) {
      long flags = Rows.number(row[4], 16);
      boolean lasting = flags >= 0 && (flags & PASSING) == 0 && row[3].equals(GLOBAL_SCOPE);
      Optional<Ipv6Address> address = Rows.ipv6(row[0]);
      if (row[5].equals(link) && lasting && address.isPresent()) {
        stable.add(address.get());
      }
    }
    return stable;
  }
}
