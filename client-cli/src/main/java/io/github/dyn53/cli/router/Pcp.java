package io.github.dyn53.cli.router;

import io.github.dyn53.cli.udp.PacketReader;
import io.github.dyn53.cli.udp.UdpExchange;
import io.github.dyn53.cli.udp.UdpReply;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.SpecialPurpose;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks by PCP (RFC 6887). It has no question for the outer address alone: it is told with a
 * mapping. So one is made for the very port that asks, for as short as the router allows, and
 * deleted at once; nothing but the router is heard on that port meanwhile. {@link NatPmp} leaves no
 * trace and is asked first.
 */
final class Pcp implements RouterProtocol {

  /** A router that takes a mapping for less than two minutes may refuse (section 15). */
  private static final int LIFETIME_SECONDS = 120;

  private static final int NONCE = 12;

  private final int port;
  private final RandomGenerator random;

  Pcp(int port, RandomGenerator random) {
    this.port = port;
    this.random = random;
  }

  @Override
  public String label() {
    return "PCP";
  }

  @Override
  public boolean opensPort() {
    return true;
  }

  @Override
  public RouterAnswer ask(Ipv4Address gateway) {
    try (var udp =
        new UdpExchange(new InetSocketAddress(InetAddress.getByAddress(gateway.bytes()), port))) {
      var nonce = new byte[NONCE];
      random.nextBytes(nonce);
      var local = ByteBuffer.wrap(udp.localAddress().getAddress());
      var mapping = new PcpPacket.Mapping(nonce, new Ipv4Address(local.getInt(0)), udp.localPort());
      return ask(udp, mapping);
    } catch (IOException e) {
      return new RouterAnswer.NotOffered("the router can't be reached: " + e.getMessage());
    }
  }

  private static RouterAnswer ask(UdpExchange udp, PcpPacket.Mapping mapping) {
    var reader = new Reader(mapping);
    byte[] make = PcpPacket.map(mapping, LIFETIME_SECONDS);
    return switch (udp.ask(make, reader, NatPmp.WAITS)) {
      case UdpReply.Answered<PcpPacket.Mapped> answered -> {
        if (answered.answer().result() == 0) {
          // Once more should the packet be lost; what stays in spite of that ends by itself.
          udp.ask(PcpPacket.map(mapping, 0), reader, 250, 250);
        }
        yield answer(answered.answer());
      }
      case UdpReply.Silent<PcpPacket.Mapped> silent ->
          new RouterAnswer.NotOffered("the router does not answer");
      case UdpReply.Closed<PcpPacket.Mapped> closed ->
          new RouterAnswer.NotOffered("the router does not offer it");
    };
  }

  private record Reader(PcpPacket.Mapping mapping) implements PacketReader<PcpPacket.Mapped> {
    @Override
    public Optional<PcpPacket.Mapped> read(ByteBuffer packet) {
      return PcpPacket.readMapped(packet, mapping);
    }
  }

  /** Section 7.4. */
  private static RouterAnswer answer(PcpPacket.Mapped mapped) {
    return switch (mapped.result()) {
      case 0 -> RouterAnswer.of(mapped.outside());
      case PcpPacket.UNSUPPORTED_VERSION, 4, 5 ->
          new RouterAnswer.NotOffered("the router does not offer it");
      case 2 -> new RouterAnswer.Untold("the router refuses to tell: switched off in its setup");
      case 7 ->
          new RouterAnswer.NoAddress(
              "the router has no public address outside, or no connection at present");
      case 8, 10 -> refused(mapped.outside());
      case 12 ->
          new RouterAnswer.NoAddress("there is another NAT between this machine and the router");
      default -> new RouterAnswer.Untold("the router gives result " + mapped.result());
    };
  }

  /**
   * miniupnpd says so too where its outer address is not a public one, and tells it; others are
   * just full. A public one in a refusal is not believed: nothing says that it is there.
   */
  private static RouterAnswer refused(Ipv4Address outside) {
    boolean hidden = outside.bits() != 0 && SpecialPurpose.of(outside).isPresent();
    return hidden
        ? new RouterAnswer.Outside(outside)
        : new RouterAnswer.Untold("the router is out of resources");
  }
}
