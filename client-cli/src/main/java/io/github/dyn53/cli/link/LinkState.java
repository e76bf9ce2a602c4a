package io.github.dyn53.cli.link;

import io.github.dyn53.dns.Family;
import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The state of the links as text. */
final class LinkState {

  private static final Path ADDRESSES = Path.of("/proc/net/if_inet6");
  private static final Path LOCAL = Path.of("/proc/net/fib_trie");
  private static final Path INTERFACES = Path.of("/sys/class/net");

  private LinkState() {}

  static String now() {
    return Files.isReadable(LOCAL) ? linux() : anywhere();
  }

  private static String linux() {
    var routes = new SystemRoutes();
    var state = new StringBuilder(2048);
    // The table of IPv6 routes counts their uses; only the default route is of interest anyway.
    state.append(routes.defaultRoute(Family.IPV4)).append('\n');
    state.append(routes.defaultRoute(Family.IPV6)).append('\n');
    state.append(text(ADDRESSES)).append(text(LOCAL));
    try (DirectoryStream<Path> links = Files.newDirectoryStream(INTERFACES)) {
      for (Path link : links) {
        state.append(link.getFileName()).append(' ').append(text(link.resolve("operstate")));
      }
    } catch (IOException e) {
      // A container without /sys: addresses and routes have to do.
    }
    return state.toString();
  }

  private static String anywhere() {
    List<String> lines = new ArrayList<>();
    try {
      for (NetworkInterface link : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InterfaceAddress address : link.getInterfaceAddresses()) {
          lines.add(link.getName() + " " + link.isUp() + " " + address);
        }
      }
    } catch (IOException e) {
      // Nothing to be seen is a state as well.
    }
    Collections.sort(lines);
    return String.join("\n", lines);
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }
}
