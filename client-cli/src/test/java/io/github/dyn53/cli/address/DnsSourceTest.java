package io.github.dyn53.cli.address;

import static io.github.dyn53.cli.address.AddressChainTest.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DnsSourceTest {

  private static final Hostname NAME = new Hostname("my.ip");

  @Test
  void asksTheServerAndBelievesTheAnswerToItsOwnQuestionOnly() throws IOException {
    UnaryOperator<byte[]> answer =
        question -> {
          byte[] reply = Arrays.copyOf(question, question.length + 16);
          ByteBuffer.wrap(reply).putShort(2, (short) 0x8180).putShort(6, (short) 1);
          System.arraycopy(
              hex("c00c 0001 0001 00000000 0004 09090909"), 0, reply, question.length, 16);
          return reply;
        };
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(socket, answer));
      var spec = new SourceSpec.Dns(NAME, "127.0.0.1");

      assertThat(new DnsSource(spec, socket.getLocalPort(), new Random(1)).find(Family.IPV4))
          .isEqualTo(found("9.9.9.9", "dns"));
      assertThat(new DnsSource(spec, socket.getLocalPort(), new Random(1)).find(Family.IPV6))
          .isEqualTo(new Finding.Failed("127.0.0.1 can't be asked over IPv6"));
    }
  }

  @Test
  void waitsNoLongerThanItMayForTheServersName() {
    var spec = new SourceSpec.Dns(NAME, SilentResolvers.NAME);
    var source = new DnsSource(spec, 53, new Random(1), Duration.ofMillis(200));

    long begun = System.nanoTime();
    Finding finding = source.find(Family.IPV4);

    assertThat(finding)
        .isEqualTo(
            new Finding.Failed(
                "the name server "
                    + SilentResolvers.NAME
                    + " was not found in time: DNS does not answer"));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SilentResolvers.SILENCE);
  }

  private static void serve(DatagramSocket socket, UnaryOperator<byte[]> answer) {
    try {
      var packet = new DatagramPacket(new byte[512], 512);
      socket.receive(packet);
      byte[] right = answer.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
      byte[] forged = right.clone();
      forged[0] ^= 1;
      forged[forged.length - 1] = 1;
      socket.send(new DatagramPacket(forged, forged.length, packet.getSocketAddress()));
      socket.send(new DatagramPacket(right, right.length, packet.getSocketAddress()));
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
