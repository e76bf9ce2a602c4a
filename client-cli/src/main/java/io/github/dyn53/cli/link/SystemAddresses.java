package io.github.dyn53.cli.link;

import io.github.dyn53.cli.process.Program;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses as the running system shows them. Linux and the BSDs say which are passing;
 * elsewhere all count, and {@link #preferredByKernel} helps to choose.
 */
public final class SystemAddresses implements InterfaceAddresses {

  private static final Path LINUX = Path.of("/proc/net/if_inet6");
  private static final Path LINUX_ANY = Path.of("/proc/net");
  private static final Path IFCONFIG = Path.of("/sbin/ifconfig");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Addresses on the Internet; connecting a datagram socket to them sends nothing. */
  private static final String IPV4_OUTSIDE = "192.88.99.1";

  private static final String IPV6_OUTSIDE = "2600::1";

  @Override
  public List<IpAddress> stable(String link, Family family) {
    if (family == Family.IPV6 && Files.isDirectory(LINUX_ANY)) {
      return LinuxAddresses.stable(linuxTable(), link);
    }
    if (family == Family.IPV6 && Files.isExecutable(IFCONFIG)) {
      return BsdAddresses.stable(ifconfig(link));
    }
    return anywhere(link, family);
  }

  private static String linuxTable() {
    try {
      return new String(Files.readAllBytes(LINUX), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      // A kernel without IPv6.
      return "";
    }
  }

  private static String ifconfig(String link) {
    return switch (Program.run(List.of(IFCONFIG.toString(), link), PATIENCE)) {
      case Program.Ended ended -> ended.output();
      case Program.NotRun notRun -> "";
      case Program.TooSlow tooSlow -> "";
    };
  }

  private static List<IpAddress> anywhere(String link, Family family) {
    List<IpAddress> stable = new ArrayList<>();
    try {
      NetworkInterface found = found(link);
      if (found != null) {
        for (InetAddress address : Collections.list(found.getInetAddresses())) {
          IpAddress own = own(address);
          if (own.family() == family && !address.isLinkLocalAddress()) {
            stable.add(own);
          }
        }
      }
    } catch (IOException e) {
      // It went away while we looked.
    }
    return stable;
  }

  private static @Nullable NetworkInterface found(String link) throws IOException {
    Optional<IpAddress> address = IpAddress.parse(link);
    if (address.isPresent()) {
      return NetworkInterface.getByInetAddress(InetAddress.getByAddress(address.get().bytes()));
    }
    NetworkInterface named = NetworkInterface.getByName(link);
    long index = Rows.number(link, 10);
    return named == null && index > 0 && index <= Integer.MAX_VALUE
        ? NetworkInterface.getByIndex((int) index)
        : named;
  }

  @Override
  public Optional<IpAddress> preferredByKernel(Family family) {
    String outside = family == Family.IPV4 ? IPV4_OUTSIDE : IPV6_OUTSIDE;
    try (var socket = new DatagramSocket()) {
      byte[] address = IpAddress.parse(outside).orElseThrow().bytes();
      socket.connect(new InetSocketAddress(InetAddress.getByAddress(address), 9));
      InetAddress local = socket.getLocalAddress();
      return local.isAnyLocalAddress() ? Optional.empty() : Optional.of(own(local));
    } catch (IOException e) {
      // No route to there.
      return Optional.empty();
    }
  }

  private static IpAddress own(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == 4
        ? new Ipv4Address(bytes.getInt())
        : new Ipv6Address(bytes.getLong(), bytes.getLong());
  }
}
