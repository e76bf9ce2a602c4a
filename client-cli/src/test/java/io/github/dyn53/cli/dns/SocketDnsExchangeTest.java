package io.github.dyn53.cli.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SocketDnsExchangeTest {

  private static final int TRUNCATED = 0x0200;
  private static final Question HOME = new Question(new DnsName("home.example.com"), QueryType.A);

  private final SocketDnsExchange exchange = new SocketDnsExchange(new Random(53));

  @Test
  void asksOverUdp() {
    try (var server =
        new FakeNameServer(
            question -> Replies.to(question).address("11.22.33.44", 300).bytes(),
            question -> new byte[0])) {
      assertThat(address(server)).isEqualTo("11.22.33.44");
    }
  }

  @Test
  void asksAgainOverTcpWhatIsTooLongForUdp() {
    try (var server =
        new FakeNameServer(
            question -> Replies.to(question).flags(TRUNCATED).address("9.9.9.9", 300).bytes(),
            question -> Replies.to(question).address("11.22.33.44", 300).bytes())) {
      assertThat(address(server)).isEqualTo("11.22.33.44");
    }
  }

  /** However slowly bytes come: a time-out of the JDK's is of one read. */
  @Test
  void givesUpTcpAfterTwoSecondsInAll() {
    try (var server =
        new FakeNameServer(
            question -> Replies.to(question).flags(TRUNCATED).address("9.9.9.9", 300).bytes(),
            question -> Replies.to(question).address("11.22.33.44", 300).bytes())) {
      server.dripOverTcp(Duration.ofMillis(100));

      assertThat(exchange.ask(server.address(), HOME, true))
          .isEqualTo(new DnsLookup.Unanswered("no answer over TCP within 2 seconds"));
    }
  }

  @Test
  void saysThatNobodyAnswers() {
    try (var server = new FakeNameServer(question -> new byte[0], question -> new byte[0])) {
      assertThat(exchange.ask(server.address(), HOME, true))
          .isEqualTo(new DnsLookup.Unanswered("no answer within 2 seconds"));
    }
  }

  @Test
  void hearsNobodyButTheServerAsked() throws Exception {
    try (var server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> answerAfterAStranger(server, stranger));

      var address = new InetSocketAddress(server.getLocalAddress(), server.getLocalPort());
      assertThat(address(exchange.ask(address, HOME, true))).isEqualTo("11.22.33.44");
    }
  }

  private static void answerAfterAStranger(DatagramSocket server, DatagramSocket stranger) {
    var packet = new DatagramPacket(new byte[512], 512);
    try {
      server.receive(packet);
      byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
      send(stranger, Replies.to(question).address("6.6.6.6", 300).bytes(), packet);
      send(server, Replies.to(question).address("11.22.33.44", 300).bytes(), packet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(DatagramSocket from, byte[] reply, DatagramPacket to)
      throws IOException {
    from.send(new DatagramPacket(reply, reply.length, to.getSocketAddress()));
  }

  @Test
  void tellsOneQuestionFromTheNextByItsId() {
    try (var server =
        new FakeNameServer(
            question -> {
              byte[] reply = Replies.to(question).address("6.6.6.6", 300).bytes();
              reply[0] ^= 1;
              return reply;
            },
            question -> new byte[0])) {
      assertThat(exchange.ask(server.address(), HOME, true))
          .isInstanceOf(DnsLookup.Unanswered.class);
    }
  }

  private String address(FakeNameServer server) {
    return address(exchange.ask(server.address(), HOME, true));
  }

  private static String address(DnsLookup lookup) {
    assertThat(lookup).isInstanceOf(DnsLookup.Answered.class);
    return ((DnsLookup.Answered) lookup)
        .reply().addresses(Family.IPV4).stream().map(IpAddress::text).findFirst().orElse("");
  }
}
