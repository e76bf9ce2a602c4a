package io.github.dyn53.cli.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A router on loopback that answers each packet by a function: with any number of packets. */
final class FakeGateway implements AutoCloseable {

  private final DatagramSocket socket;
  private final Function<byte[], List<byte[]>> answers;
  private final List<DatagramSocket> liars = new CopyOnWriteArrayList<>();
  private volatile Optional<Function<byte[], byte[]>> lies = Optional.empty();
  private final List<byte[]> questions = new CopyOnWriteArrayList<>();

  FakeGateway(Function<byte[], List<byte[]>> answers) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.answers = answers;
    Thread.ofVirtual().start(this::serve);
  }

  /** Has somebody at another address, and one at another port of this, answer first. */
  FakeGateway withLiars(Function<byte[], byte[]> lie) throws IOException {
    byte[] other = {127, 0, 0, 2};
    liars.add(new DatagramSocket(socket.getLocalPort(), InetAddress.getByAddress(other)));
    liars.add(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
    lies = Optional.of(lie);
    return this;
  }

  int port() {
    return socket.getLocalPort();
  }

  List<byte[]> questions() {
    return questions;
  }

  private void serve() {
    try {
      while (true) {
        var packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
        questions.add(question);
        if (lies.isPresent()) {
          for (DatagramSocket liar : liars) {
            send(liar, lies.get().apply(question), packet.getSocketAddress());
          }
        }
        for (byte[] answer : answers.apply(question)) {
          send(socket, answer, packet.getSocketAddress());
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static void send(DatagramSocket from, byte[] answer, SocketAddress to)
      throws IOException {
    from.send(new DatagramPacket(answer, answer.length, to));
  }

  @Override
  public void close() {
    socket.close();
    liars.forEach(DatagramSocket::close);
  }
}
