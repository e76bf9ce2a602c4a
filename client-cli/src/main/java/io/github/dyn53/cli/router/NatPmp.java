package io.github.dyn53.cli.router;

import io.github.dyn53.cli.udp.PacketReader;
import io.github.dyn53.cli.udp.UdpExchange;
import io.github.dyn53.cli.udp.UdpReply;
import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Asks by NAT-PMP (RFC 6886), which changes nothing in the router. */
final class NatPmp implements RouterProtocol {

  static final int PORT = 5351;

  /** Section 3.1 begins at 250 ms and doubles; nine tries would take two minutes. */
  static final int[] WAITS = {250, 500, 1000};

  private final int port;

  NatPmp(int port) {
    this.port = port;
  }

  @Override
  public String label() {
    return "NAT-PMP";
  }

  @Override
  public RouterAnswer ask(Ipv4Address gateway) {
    try (var udp =
        new UdpExchange(new InetSocketAddress(InetAddress.getByAddress(gateway.bytes()), port))) {
      return switch (udp.ask(NatPmpPacket.request(), new Reader(), WAITS)) {
        case UdpReply.Answered<NatPmpPacket> answered -> answer(answered.answer());
        case UdpReply.Silent<NatPmpPacket> silent ->
            new RouterAnswer.NotOffered("the router does not answer");
        case UdpReply.Closed<NatPmpPacket> closed ->
            new RouterAnswer.NotOffered("the router does not offer it");
      };
    } catch (IOException e) {
      return new RouterAnswer.NotOffered("the router can't be reached: " + e.getMessage());
    }
  }

  private static final class Reader implements PacketReader<NatPmpPacket> {
    @Override
    public Optional<NatPmpPacket> read(ByteBuffer packet) {
      return NatPmpPacket.read(packet);
    }
  }

  /** Section 3.5. */
  private static RouterAnswer answer(NatPmpPacket packet) {
    return switch (packet.result()) {
      case 0 -> RouterAnswer.of(packet.address());
      case NatPmpPacket.UNSUPPORTED_VERSION, 5 ->
          new RouterAnswer.NotOffered("the router does not offer it");
      case 2 -> new RouterAnswer.Untold("the router refuses to tell: switched off in its setup");
      case 3 ->
          new RouterAnswer.NoAddress(
              "the router has no public address outside, or no connection at present");
      case 4 -> new RouterAnswer.Untold("the router is out of resources");
      default ->
          new RouterAnswer.Untold("the router gives result " + packet.result() + ", unheard of");
    };
  }
}
