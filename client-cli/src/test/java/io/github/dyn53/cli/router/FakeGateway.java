package io.github.dyn53.cli.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A router on loopback that answers each packet by a function: with any number of packets. */
final class FakeGateway implements AutoCloseable {

  private final DatagramSocket socket;
  private final Function<byte[], List<byte[]>> answers;
  private final List<byte[]> questions = new CopyOnWriteArrayList<>();

  FakeGateway(Function<byte[], List<byte[]>> answers) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.answers = answers;
    Thread.ofVirtual().start(this::serve);
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
        for (byte[] answer : answers.apply(question)) {
          send(answer, packet.getSocketAddress());
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void send(byte[] answer, SocketAddress to) throws IOException {
    socket.send(new DatagramPacket(answer, answer.length, to));
  }

  @Override
  public void close() {
    socket.close();
  }
}
