package io.github.dyn53.cli.link;

import io.github.dyn53.cli.process.Program;
import io.github.dyn53.dns.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the routing table as the running system shows it; needs no rights for that. */
public final class SystemRoutes implements Routes {

  private static final Path IPV4 = Path.of("/proc/net/route");
  private static final Path IPV6 = Path.of("/proc/net/ipv6_route");
  private static final List<String> NETSTATS = List.of("/usr/sbin/netstat", "/usr/bin/netstat");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public Optional<DefaultRoute> defaultRoute(Family family) {
    if (Files.isReadable(IPV4)) {
      return linux(family);
    }
    for (String netstat : NETSTATS) {
      if (Files.isExecutable(Path.of(netstat))) {
        return BsdRoutes.parse(output(netstat, "-rn"), family);
      }
    }
    return WindowsRoutes.parse(output("route", "print"), family);
  }

  private static Optional<DefaultRoute> linux(Family family) {
    return switch (family) {
      case IPV4 -> LinuxRoutes.ipv4(text(IPV4));
      case IPV6 -> LinuxRoutes.ipv6(text(IPV6));
    };
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      // No such family in this kernel: no route either.
      return "";
    }
  }

  private static String output(String... command) {
    return switch (Program.run(List.of(command), PATIENCE)) {
      case Program.Ended ended -> ended.output();
      case Program.NotRun notRun -> "";
      case Program.TooSlow tooSlow -> "";
    };
  }
}
