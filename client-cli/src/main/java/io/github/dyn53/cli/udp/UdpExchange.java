package io.github.dyn53.cli.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Asks one server over UDP. The socket is connected: the kernel drops what comes from any other
 * address or port, and tells when nobody listens. The system picks the local port at random.
 */
public final class UdpExchange implements AutoCloseable {

  private static final int LONGEST = 2048;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final DatagramSocket socket;

  /** Opens a socket that hears this server and no other. */
  public UdpExchange(InetSocketAddress server) throws SocketException {
    this.socket = new DatagramSocket();
    try {
      socket.connect(server);
    } catch (SocketException e) {
      socket.close();
      throw e;
    }
  }

  /** This machine's address on the way to the server. */
  public InetAddress localAddress() {
    return socket.getLocalAddress();
  }

  /** The port the server answers to. */
  public int localPort() {
    return socket.getLocalPort();
  }

  /**
   * Sends the question, and again whenever a wait ends without an answer.
   *
   * @param waits milliseconds after each sending
   */
  public <T> UdpReply<T> ask(byte[] question, PacketReader<T> reader, int... waits) {
    try {
      for (int wait : waits) {
        socket.send(new DatagramPacket(question, question.length));
        Optional<T> answer = answer(reader, System.nanoTime() + wait * NANOS_PER_MILLI);
        if (answer.isPresent()) {
          return new UdpReply.Answered<>(answer.get());
        }
      }
      return new UdpReply.Silent<>();
    } catch (IOException e) {
      // Nobody listens on the port, or there is no way to the server.
      return new UdpReply.Closed<>();
    }
  }

  private <T> Optional<T> answer(PacketReader<T> reader, long until) throws IOException {
    var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    long left = (until - System.nanoTime()) / NANOS_PER_MILLI;
    while (left > 0) {
      socket.setSoTimeout((int) left);
      try {
        packet.setLength(LONGEST);
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      }
      Optional<T> answer =
          reader.read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice());
      if (answer.isPresent()) {
        return answer;
      }
      left = (until - System.nanoTime()) / NANOS_PER_MILLI;
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    socket.close();
  }
}
