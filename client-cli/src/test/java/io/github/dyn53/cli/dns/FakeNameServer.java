package io.github.dyn53.cli.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** A name server on loopback that gives scripted answers over UDP and TCP. */
public final class FakeNameServer implements AutoCloseable {

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private volatile Duration pause = Duration.ZERO;

  /**
   * Starts on a port of its own.
   *
   * @param overUdp from a question's bytes to a reply's; none for silence
   * @param overTcp the same for TCP
   */
  public FakeNameServer(UnaryOperator<byte[]> overUdp, UnaryOperator<byte[]> overTcp) {
    try {
      tcp = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(() -> serveUdp(overUdp));
    Thread.ofPlatform().daemon().start(() -> serveTcp(overTcp));
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
  }

  /** Has each byte of a reply over TCP wait. */
  void dripOverTcp(Duration each) {
    pause = each;
  }

  private void serveUdp(UnaryOperator<byte[]> script) {
    var packet = new DatagramPacket(new byte[2048], 2048);
    try {
      while (!udp.isClosed()) {
        packet.setLength(2048);
        udp.receive(packet);
        byte[] reply = script.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
        if (reply.length > 0) {
          udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void serveTcp(UnaryOperator<byte[]> script) {
    while (!tcp.isClosed()) {
      try (Socket connection = tcp.accept()) {
        var in = new DataInputStream(connection.getInputStream());
        byte[] reply = script.apply(in.readNBytes(in.readUnsignedShort()));
        var out = new DataOutputStream(connection.getOutputStream());
        out.writeShort(reply.length);
        for (byte part : reply) {
          LockSupport.parkNanos(pause.toNanos());
          out.write(part);
        }
      } catch (IOException e) {
        // It was closed, or the other side went away.
      }
    }
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
