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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsSourceTest {

  private static final Hostname NAME = new Hostname("my.ip");
  private static final byte[] QUESTION = DnsPacket.question(0xabcd, NAME, Family.IPV4);
  private static final String ASKED = "02 6d79 02 6970 00 0001 0001";

  @Test
  void asksByTheBook() {
    assertThat(QUESTION).isEqualTo(hex("abcd 0100 0001 0000 0000 0000" + ASKED));
    assertThat(DnsPacket.question(1, NAME, Family.IPV6)).endsWith(hex("00 001c 0001"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8180 0001 0001 | c00c 0001 0001 0000003c 0004 09090909                          | 0 | 9.9.9.9
          8580 0001 0001 | 02 6d79 02 6970 00 0001 0001 0000003c 0004 09090909            | 0 | 9.9.9.9
          8180 0001 0002 | c00c 0005 0001 0000003c 0002 c00c c00c 0001 0001 00000000 0004 09090909 | 0 | 9.9.9.9
          8180 0001 0000 | ''                                                             | 0 |
          8183 0001 0000 | ''                                                             | 3 |
          8185 0001 0000 | ''                                                             | 5 |
          8180 0001 0001 | c00c 001c 0001 0000003c 0004 09090909                          | 0 |
          8180 0001 0001 | c00c 0001 0003 0000003c 0004 09090909                          | 0 |
          8180 0001 0001 | c00c 0001 0001 0000003c 0003 090909                            | 0 |
          """)
  void readsAnswers(String flagsAndCounts, String records, int code, @Nullable String address) {
    var packet = ByteBuffer.wrap(hex("abcd" + flagsAndCounts + "0000 0000" + ASKED + records));

    var reply = DnsPacket.read(packet, QUESTION, Family.IPV4).orElseThrow();

    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.address().map(Object::toString)).isEqualTo(Optional.ofNullable(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abcd",
        "abce 8180 0001 0001 0000 0000 02 6d79 02 6970 00 0001 0001 c00c",
        "abcd 0100 0001 0000 0000 0000 02 6d79 02 6970 00 0001 0001",
        "abcd 9180 0001 0000 0000 0000 02 6d79 02 6970 00 0001 0001",
        "abcd 8180 0000 0000 0000 0000 02 6d79 02 6970 00 0001 0001",
        "abcd 8180 0001 0000 0000 0000 02 6d78 02 6970 00 0001 0001",
        "abcd 8180 0001 0000 0000 0000 02 6d79 02 6970 00 001c 0001",
        "abcd 8180 0001 0001 0000 0000 02 6d79 02 6970 00 0001 0001",
        "abcd 8180 0001 0001 0000 0000 02 6d79 02 6970 00 0001 0001 c0",
        "abcd 8180 0001 0001 0000 0000 02 6d79 02 6970 00 0001 0001 3f",
        "abcd 8180 0001 ffff 0000 0000 02 6d79 02 6970 00 0001 0001 c00c 0005 0001 00000000 ffff",
        "abcd 8180 0001 0001 0000 0000 02 6d79 02 6970 00 0001 0001 c00c 0001 0001 00000000 0004 09"
      })
  void takesNothingElseForAnAnswer(String packet) {
    assertThat(DnsPacket.read(ByteBuffer.wrap(hex(packet)), QUESTION, Family.IPV4)).isEmpty();
  }

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
