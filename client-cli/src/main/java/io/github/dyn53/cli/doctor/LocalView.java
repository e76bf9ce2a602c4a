package io.github.dyn53.cli.doctor;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK knows of this machine's interfaces and names. */
public final class LocalView implements Names {

  @Override
  public List<IpAddress> addresses(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return Stream.of(InetAddress.getAllByName(bare)).map(LocalView::address).toList();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** The addresses of all interfaces; none where the system does not tell. */
  public static List<IpAddress> interfaces() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(LocalView::address)
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static IpAddress address(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == 4
        ? new Ipv4Address(bytes.getInt())
        : new Ipv6Address(bytes.getLong(), bytes.getLong());
  }
}
