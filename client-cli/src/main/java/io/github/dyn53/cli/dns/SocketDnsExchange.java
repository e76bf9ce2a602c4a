package io.github.dyn53.cli.dns;

import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.cli.net.DeadlineSocket;
import io.github.dyn53.cli.udp.UdpExchange;
import io.github.dyn53.cli.udp.UdpReply;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks over UDP from a port the system draws, and over TCP where the reply is too long for that;
 * only the server asked is heard, and only with the id it was given.
 */
public final class SocketDnsExchange implements DnsExchange {

  private static final int FIRST_WAIT = 700;
  private static final int SECOND_WAIT = 1300;
  private static final Duration TCP_TIME = Duration.ofSeconds(2);
  private static final int IDS = 1 << 16;

  private final RandomGenerator random;

  /**
   * Draws ids from here.
   *
   * @param random one that can't be guessed, such as {@link java.security.SecureRandom}
   */
  public SocketDnsExchange(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public DnsLookup ask(InetSocketAddress server, Question question, boolean recursive) {
    int id = random.nextInt(IDS);
    byte[] packet = QuestionPacket.of(id, question, recursive);
    try (var exchange = new UdpExchange(server)) {
      UdpReply<DnsReply> reply =
          exchange.ask(
              packet, bytes -> ReplyPacket.read(bytes, id, question), FIRST_WAIT, SECOND_WAIT);
      return switch (reply) {
        case UdpReply.Answered<DnsReply>(DnsReply answer) ->
            answer.truncated()
                ? overTcp(server, packet, id, question)
                : new DnsLookup.Answered(answer);
        case UdpReply.Silent<DnsReply>() -> new DnsLookup.Unanswered("no answer within 2 seconds");
        case UdpReply.Closed<DnsReply>() ->
            new DnsLookup.Unanswered("nobody listens there, or there is no way to it");
      };
    } catch (IOException e) {
      return new DnsLookup.Unanswered("no way to it from here");
    }
  }

  private static DnsLookup overTcp(
      InetSocketAddress server, byte[] packet, int id, Question question) {
    Deadline deadline = Deadline.in(TCP_TIME);
    try (var socket = new DeadlineSocket(deadline)) {
      socket.connect(server, deadline.millisLeft());
      // RFC 1035 section 4.2.2: two bytes of length before the message; in one write.
      ByteBuffer framed = ByteBuffer.allocate(2 + packet.length);
      framed.putShort((short) packet.length).put(packet);
      socket.getOutputStream().write(framed.array());
      var in = new DataInputStream(socket.getInputStream());
      byte[] reply = in.readNBytes(in.readUnsignedShort());
      Optional<DnsReply> read = ReplyPacket.read(ByteBuffer.wrap(reply), id, question);
      return read.isPresent() && !read.get().truncated()
          ? new DnsLookup.Answered(read.get())
          : new DnsLookup.Unanswered("its answer over TCP makes no sense");
    } catch (SocketTimeoutException e) {
      return new DnsLookup.Unanswered("no answer over TCP within 2 seconds");
    } catch (IOException e) {
      return new DnsLookup.Unanswered("its answer needs TCP, and it does not take the connection");
    }
  }
}
