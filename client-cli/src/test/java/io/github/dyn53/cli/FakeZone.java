package io.github.dyn53.cli;

import io.github.dyn53.cli.dns.FakeNameServer;
import io.github.dyn53.cli.dns.Replies;
import java.nio.charset.StandardCharsets;

/**
 * A name server on loopback that is resolver and zone's own server of {@code example.com} in one,
 * where every host has the same IPv4 address.
 */
final class FakeZone implements AutoCloseable {

  private static final int AUTHORITATIVE = 0x0400;
  private static final int A = 1;
  private static final int NS = 2;

  private final FakeNameServer server = new FakeNameServer(this::reply, question -> new byte[0]);
  private volatile String address = "11.22.33.44";

  /** Answers with this address from now on. */
  void answer(String newAddress) {
    address = newAddress;
  }

  /** Literal and port. */
  String hostAndPort() {
    return "127.0.0.1:" + server.address().getPort();
  }

  private byte[] reply(byte[] question) {
    int type = question[question.length - 3];
    boolean ofServer = new String(question, StandardCharsets.US_ASCII).contains("\u0003ns1");
    Replies reply = Replies.to(question).flags(AUTHORITATIVE);
    return switch (type) {
      case A -> reply.address(ofServer ? "127.0.0.1" : address, 60).bytes();
      case NS -> reply.nameServer("ns1.example.com").bytes();
      default -> reply.startOfAuthority("example.com").bytes();
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
