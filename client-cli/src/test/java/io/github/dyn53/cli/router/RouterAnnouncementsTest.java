package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterAnnouncementsTest {

  private static final byte[] NAT_PMP = Packets.hex("00 80 0000 00000003 0b16212c");
  private static final byte[] PCP =
      Packets.hex("02 80 00 00 00000000 00000007 000000000000000000000000");

  private final BlockingQueue<Announcement> heard = new LinkedBlockingQueue<>();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          00 80 0000 00000003 0b16212c, NAT-PMP, 3
          00 80 0003 00000003 00000000, NAT-PMP, 3
          02 80 00 00 00000000 00000007 000000000000000000000000, PCP, 7
          """)
  void readsAnnouncements(String packet, String protocol, long epoch) {
    Announcement announcement = RouterAnnouncements.read(Packets.buffer(packet)).orElseThrow();

    assertThat(announcement.protocol()).isEqualTo(protocol);
    assertThat(announcement.epoch()).isEqualTo(epoch);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''
          00
          00 80 0003
          00 80 0000 00000003 0b1621
          02 80 0001 00000003 0b16212c
          02 81 00 00 00000000 00000007 000000000000000000000000
          4d2d534541524348202a20485454502f312e31
          """)
  void takesNothingElseForOne(String packet) {
    assertThat(RouterAnnouncements.read(Packets.buffer(packet))).isEmpty();
  }

  @Test
  void hearsTheGateway() throws Exception {
    try (var announcements = listening("127.0.0.1");
        var router = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      send(router, announcements, new byte[0]);
      send(router, announcements, new byte[2048]);
      send(router, announcements, NAT_PMP);
      assertThat(heard.poll(20, TimeUnit.SECONDS))
          .isEqualTo(new Announcement("NAT-PMP", 3, Optional.of(new Ipv4Address(0x0b16212c))));

      Thread.sleep(150);
      send(router, announcements, PCP);
      assertThat(heard.poll(20, TimeUnit.SECONDS))
          .isEqualTo(new Announcement("PCP", 7, Optional.empty()));
    }
  }

  @Test
  void hearsNobodyElse() throws Exception {
    try (var announcements = listening("127.0.0.9");
        var stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var router = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 9}))) {
      send(stranger, announcements, NAT_PMP);
      send(router, announcements, PCP);

      assertThat(heard.poll(20, TimeUnit.SECONDS))
          .isEqualTo(new Announcement("PCP", 7, Optional.empty()));
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void makesOneHintOfAFlood() throws Exception {
    try (var announcements = listening("127.0.0.1");
        var router = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      long begun = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        send(router, announcements, NAT_PMP);
      }
      Thread.sleep(200);
      long tenths = (System.nanoTime() - begun) / 100_000_000;

      assertThat(heard.size()).isBetween(1, (int) tenths + 1);
    }
  }

  /** Reading the routing table starts a program on some systems. */
  @Test
  void readsTheRoutesSeldomInAFloodOfForgedPackets() throws Exception {
    var reads = new AtomicInteger();
    Routes routes =
        family -> {
          reads.incrementAndGet();
          return route("127.0.0.9");
        };
    try (var announcements = new RouterAnnouncements(0, routes, heard::add).started();
        var stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var router = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 9}))) {
      long begun = System.nanoTime();
      for (int i = 0; i < 200; i++) {
        send(stranger, announcements, NAT_PMP);
      }
      send(router, announcements, PCP);

      assertThat(heard.poll(20, TimeUnit.SECONDS))
          .isEqualTo(new Announcement("PCP", 7, Optional.empty()));
      long tenths = (System.nanoTime() - begun) / 100_000_000;
      assertThat(reads.get()).isBetween(1, (int) tenths + 1);
    }
  }

  /** With what the routing table said a moment before, the new one is a stranger. */
  @Test
  void hearsAGatewayThatCameThisMoment() throws Exception {
    var gateway = new AtomicReference<>("127.0.0.1");
    try (var announcements =
            new RouterAnnouncements(0, family -> route(gateway.get()), heard::add).started();
        var former = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var next = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 9}))) {
      send(former, announcements, NAT_PMP);
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
      gateway.set("127.0.0.9");
      send(next, announcements, PCP);

      assertThat(heard.poll(20, TimeUnit.SECONDS))
          .isEqualTo(new Announcement("PCP", 7, Optional.empty()));
    }
  }

  @Test
  void sharesThePort() throws IOException {
    Routes none = family -> Optional.empty();
    try (var one = new RouterAnnouncements(0, none, heard::add).started();
        var other = new RouterAnnouncements(one.port(), none, heard::add).started()) {
      one.rejoin();
      other.rejoin();

      assertThat(other.port()).isEqualTo(one.port());
    }
  }

  private RouterAnnouncements listening(String gateway) throws IOException {
    return new RouterAnnouncements(0, family -> route(gateway), heard::add).started();
  }

  private static Optional<DefaultRoute> route(String gateway) {
    return Optional.of(new DefaultRoute("lo", IpAddress.parse(gateway)));
  }

  private static void send(DatagramSocket from, RouterAnnouncements to, byte[] packet)
      throws IOException {
    from.send(
        new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), to.port()));
  }
}
