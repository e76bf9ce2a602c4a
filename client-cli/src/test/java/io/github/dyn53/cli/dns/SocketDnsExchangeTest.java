package io.github.dyn53.cli.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SocketDnsExchangeTest {

  private static final int TRUNCATED = 0x0200;
  private static final Question HOME =
      new Question(new DnsName("home.example.com"), QueryType.A);

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
            question ->
                Replies.to(question).flags(TRUNCATED).address("9.9.9.9", 300).bytes(),
            question -> Replies.to(question).address("11.22.33.44", 300).bytes())) {
      assertThat(address(server)).isEqualTo("11.22.33.44");
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
    try (var other = new DatagramSocket();
        var server =
            new FakeNameServer(
                question -> {
                  forge(other, question);
                  return Replies.to(question).address("11.22.33.44", 300).bytes();
                },
                question -> new byte[0])) {
      assertThat(address(server)).isEqualTo("11.22.33.44");
    }
  }

  /** Sends a false answer to every port of loopback that is likely to wait for one. */
  private static void forge(DatagramSocket from, byte[] question) {
    byte[] forged = Replies.to(question).address("6.6.6.6", 300).bytes();
    try {
      for (int port = 32_768; port < 61_000; port++) {
        from.send(
            new DatagramPacket(
                forged,
                forged.length,
                new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port)));
      }
    } catch (java.io.IOException e) {
      // Nobody was there; the next port.
    }
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
    var lookup = exchange.ask(server.address(), HOME, true);
    assertThat(lookup).isInstanceOf(DnsLookup.Answered.class);
    return ((DnsLookup.Answered) lookup)
        .reply().addresses(Family.IPV4).stream().map(IpAddress::text).findFirst().orElse("");
  }
}
