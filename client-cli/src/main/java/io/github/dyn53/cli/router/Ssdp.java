package io.github.dyn53.cli.router;

import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds where a router describes itself (UPnP Device Architecture 1.1, section 1.3). */
final class Ssdp {

  private static final int LONGEST = 2048;
  private static final int[] WAITS = {500, 1000};
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final InetSocketAddress group;

  Ssdp(InetSocketAddress group) {
    this.group = group;
  }

  /** 239.255.255.250, port 1900. */
  static Ssdp usual() throws IOException {
    byte[] address = {(byte) 239, (byte) 255, (byte) 255, (byte) 250};
    return new Ssdp(new InetSocketAddress(InetAddress.getByAddress(address), 1900));
  }

  /**
   * Searches on one link, and listens to nobody but the gateway.
   *
   * @param link the name of the interface; the system chooses where it has none of that name
   */
  Optional<String> search(String link, Ipv4Address gateway, Deadline deadline) throws IOException {
    try (var socket = new DatagramSocket()) {
      NetworkInterface out = NetworkInterface.getByName(link);
      if (out != null) {
        socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, out);
      }
      InetAddress router = InetAddress.getByAddress(gateway.bytes());
      for (int most : WAITS) {
        if (deadline.passed()) {
          return Optional.empty();
        }
        int wait = Math.min(most, deadline.millisLeft());
        for (String type : IgdDescription.TYPES) {
          byte[] search = search(type);
          socket.send(new DatagramPacket(search, search.length, group));
        }
        Optional<String> location =
            answer(socket, router, System.nanoTime() + wait * NANOS_PER_MILLI);
        if (location.isPresent()) {
          return location;
        }
      }
      return Optional.empty();
    }
  }

  private static byte[] search(String type) {
    String text =
        "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: "
            + type
            + "\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Optional<String> answer(DatagramSocket socket, InetAddress router, long until)
      throws IOException {
    var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    long left = (until - System.nanoTime()) / NANOS_PER_MILLI;
    while (left > 0) {
      socket.setSoTimeout((int) left);
      packet.setLength(LONGEST);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      }
      Optional<String> location =
          packet.getAddress().equals(router)
              ? location(
                  new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1))
              : Optional.empty();
      if (location.isPresent()) {
        return location;
      }
      left = (until - System.nanoTime()) / NANOS_PER_MILLI;
    }
    return Optional.empty();
  }

  /** The LOCATION of an answer to one of our searches; nothing for any other text. */
  static Optional<String> location(String answer) {
    String[] lines = answer.split("\r?\n", 64);
    if (!lines[0].startsWith("HTTP/1.1 200") && !lines[0].startsWith("HTTP/1.0 200")) {
      return Optional.empty();
    }
    boolean wanted = false;
    Optional<String> location = Optional.empty();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      if (line.regionMatches(true, 0, "ST:", 0, 3)) {
        wanted = IgdDescription.TYPES.contains(value);
      } else if (line.regionMatches(true, 0, "LOCATION:", 0, 9)) {
        location = Optional.of(value);
      }
    }
    return wanted ? location : Optional.empty();
  }
}
