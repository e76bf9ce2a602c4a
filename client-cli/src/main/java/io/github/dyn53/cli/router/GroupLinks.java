package io.github.dyn53.cli.router;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;

/** Joins 224.0.0.1 with a socket, on interfaces that have IPv4. */
record GroupLinks(DatagramSocket socket) implements Memberships.Links<NetworkInterface> {

  @Override
  public boolean isLan(NetworkInterface link) throws SocketException {
    boolean able = link.isUp() && link.supportsMulticast() && !link.isLoopback();
    for (InetAddress address : Collections.list(link.getInetAddresses())) {
      if (able && address instanceof Inet4Address) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void join(NetworkInterface link) throws IOException {
    byte[] group = {(byte) 224, 0, 0, 1};
    socket.joinGroup(new InetSocketAddress(InetAddress.getByAddress(group), 0), link);
  }
}
