package io.github.dyn53.cli.address;

import io.github.dyn53.cli.udp.PacketReader;
import io.github.dyn53.cli.udp.UdpExchange;
import io.github.dyn53.cli.udp.UdpReply;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a name server answers for a name: some answer with the address of who asks. It is asked over
 * the family that is wanted, since it can see no other.
 */
public final class DnsSource implements AddressSource {

  private static final int PORT = 53;
  private static final int[] WAITS = {1000, 2000};
  private static final int NO_SUCH_NAME = 3;

  private final SourceSpec.Dns spec;
  private final int port;
  private final RandomGenerator random;

  DnsSource(SourceSpec.Dns spec, int port, RandomGenerator random) {
    this.spec = spec;
    this.port = port;
    this.random = random;
  }

  /**
   * Asks on port 53.
   *
   * @param random a cryptographic source: the number of a question is what a forger has to guess
   */
  public static DnsSource of(SourceSpec.Dns spec, RandomGenerator random) {
    return new DnsSource(spec, PORT, random);
  }

  @Override
  public String name() {
    return spec.text();
  }

  @Override
  public Finding find(Family family) {
    try {
      Optional<InetAddress> server = server(family);
      return server.isPresent()
          ? ask(new InetSocketAddress(server.get(), port), family)
          : new Finding.Failed(spec.server() + " can't be asked over " + label(family));
    } catch (UnknownHostException e) {
      return new Finding.Failed("the name server " + spec.server() + " was not found");
    } catch (IOException e) {
      return new Finding.Failed(spec.server() + " can't be reached: " + e.getMessage());
    }
  }

  private Optional<InetAddress> server(Family family) throws UnknownHostException {
    Optional<IpAddress> literal = IpAddress.parse(spec.server());
    InetAddress[] all =
        literal.isPresent()
            ? new InetAddress[] {InetAddress.getByAddress(literal.get().bytes())}
            : InetAddress.getAllByName(spec.server());
    for (InetAddress address : all) {
      if (address instanceof Inet4Address == (family == Family.IPV4)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private Finding ask(InetSocketAddress server, Family family) throws IOException {
    byte[] question = DnsPacket.question(random.nextInt() & 0xffff, spec.name(), family);
    try (var udp = new UdpExchange(server)) {
      return switch (udp.ask(question, new Reader(question, family), WAITS)) {
        case UdpReply.Answered<DnsPacket.Reply> answered -> finding(answered.answer(), family);
        case UdpReply.Silent<DnsPacket.Reply> silent ->
            new Finding.Failed(spec.server() + " does not answer");
        case UdpReply.Closed<DnsPacket.Reply> closed ->
            new Finding.Failed(spec.server() + " can't be reached, or is no name server");
      };
    }
  }

  private static final class Reader implements PacketReader<DnsPacket.Reply> {

    private final byte[] question;
    private final Family family;

    private Reader(byte[] question, Family family) {
      this.question = question;
      this.family = family;
    }

    @Override
    public Optional<DnsPacket.Reply> read(ByteBuffer packet) {
      return DnsPacket.read(packet, question, family);
    }
  }

  private Finding finding(DnsPacket.Reply reply, Family family) {
    if (reply.address().isPresent()) {
      return new Finding.Found(reply.address().get(), "dns");
    }
    if (reply.code() == 0 || reply.code() == NO_SUCH_NAME) {
      return new Finding.None(
          spec.server() + " knows no " + label(family) + " address of " + spec.name());
    }
    return new Finding.Failed(spec.server() + " answers with error " + reply.code());
  }

  private static String label(Family family) {
    return family == Family.IPV4 ? "IPv4" : "IPv6";
  }
}
