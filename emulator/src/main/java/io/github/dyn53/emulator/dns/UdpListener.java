package io.github.dyn53.emulator.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Answers queries that come as datagrams, one after the other. */
final class UdpListener implements Listener {
  private static final System.Logger LOG = System.getLogger(UdpListener.class.getName());
  private static final int MAX_DATAGRAM = 65_535;

  private final DatagramSocket socket;
  private final Responder responder;

  UdpListener(InetSocketAddress address, Responder responder) throws IOException {
    this.socket = new DatagramSocket(address);
    this.responder = responder;
  }

  @Override
  public void run() {
    var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MAX_DATAGRAM);
        socket.receive(packet);
        answer(packet);
      } catch (IOException e) {
        // Either closed, which ends the loop, or one client that cannot be reached: no reason to
        // stop for the others.
        LOG.log(System.Logger.Level.DEBUG, "no answer sent over UDP", e);
      }
    }
  }

  // others.
  private void answer(DatagramPacket packet) throws IOException {
    try {
      var query = Arrays.copyOf(packet.getData(), packet.getLength());
      var response = responder.overUdp(query);
      if (response.isPresent()) {
        byte[] octets = response.get();
        socket.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
      }
    } catch (RuntimeException e) {
      // The outermost line: a defect costs one query its answer, not all of them.
      LOG.log(System.Logger.Level.ERROR, "failed to answer a query over UDP", e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
