package io.github.dyn53.cli.link;

import io.github.dyn53.dns.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What {@code ifconfig en0} prints on macOS and the BSDs of IPv6. */
final class BsdAddresses {

  private static final List<String> PASSING =
      List.of("temporary", "deprecated", "tentative", "duplicated", "detached", "anycast");

  private BsdAddresses() {}

  static List<IpAddress> stable(String output) {
    List<IpAddress> stable = new ArrayList<>();
    for (String[] row : Rows.of(output, 2)) {
      List<String> words = Arrays.asList(row);
      boolean lasting =
          row[0].equals("inet6")
              && !row[1].startsWith("fe80:")
              && Collections.disjoint(words, PASSING);
      Optional<IpAddress> address = lasting ? IpAddress.parse(row[1]) : Optional.empty();
      if (address.isPresent()) {
        stable.add(address.get());
      }
    }
    return stable;
  }
}
