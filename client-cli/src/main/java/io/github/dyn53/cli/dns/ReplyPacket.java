package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a reply (RFC 1035 section 4.1), strictly: whoever sent it may be anybody. */
final class ReplyPacket {

  private static final int IS_REPLY = 0x8000;
  private static final int OPCODE = 0x7800;
  private static final int AUTHORITATIVE = 0x0400;
  private static final int TRUNCATED = 0x0200;
  private static final int CODE = 0x000f;
  private static final int INTERNET = 1;

  private final ByteBuffer packet;
  private final PacketNames names;

  private ReplyPacket(ByteBuffer packet) {
    this.packet = packet;
    this.names = new PacketNames(packet);
  }

  /** Nothing for whatever is no reply to this question with this id. */
  static Optional<DnsReply> read(ByteBuffer packet, int id, Question question) {
    try {
      return new ReplyPacket(packet.slice()).read(id, question);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<DnsReply> read(int id, Question question) {
    int itsId = number();
    int flags = number();
    boolean reply = (flags & IS_REPLY) != 0 && (flags & OPCODE) == 0;
    int questions = number();
    if (itsId != id || !reply || questions != 1) {
      return Optional.empty();
    }
    int answers = number();
    int authority = number();
    int additional = number();
    if (!repeats(question)) {
      return Optional.empty();
    }
    boolean truncated = (flags & TRUNCATED) != 0;
    return Optional.of(
        new DnsReply(
            flags & CODE,
            (flags & AUTHORITATIVE) != 0,
            truncated,
            truncated ? List.of() : records(answers),
            truncated ? List.of() : records(authority),
            truncated ? List.of() : records(additional)));
  }

  private boolean repeats(Question question) {
    DnsName name = names.read();
    return name.equals(question.name())
        && number() == question.type().number()
        && number() == INTERNET;
  }

  private List<DnsRecord> records(int count) {
    List<DnsRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      record().ifPresent(records::add);
    }
    return records;
  }

  /** Nothing for a record of a type that is of no use here. */
  private Optional<DnsRecord> record() {
    DnsName name = names.read();
    Optional<QueryType> type = QueryType.of(number());
    int dnsClass = number();
    // RFC 2181 section 8: a TTL with the highest bit set is zero.
    Duration ttl = Duration.ofSeconds(Math.max(0, packet.getInt()));
    int length = number();
    int end = packet.position() + length;
    if (end > packet.limit()) {
      throw new BufferUnderflowException();
    }
    Optional<DnsRecord> read =
        type.filter(known -> dnsClass == INTERNET)
            .map(known -> new DnsRecord(name, known, ttl, value(known, length)));
    packet.position(end);
    return read;
  }

  private String value(QueryType type, int length) {
    return switch (type) {
      case A -> ipv4(length).text();
      case AAAA -> ipv6(length).text();
      case NS, CNAME, SOA -> names.read().value();
    };
  }

  private Ipv4Address ipv4(int length) {
    if (length != 4) {
      throw new IllegalArgumentException("an A record of " + length + " bytes");
    }
    return new Ipv4Address(packet.getInt());
  }

  private Ipv6Address ipv6(int length) {
    if (length != 16) {
      throw new IllegalArgumentException("an AAAA record of " + length + " bytes");
    }
    return new Ipv6Address(packet.getLong(), packet.getLong());
  }

  private int number() {
    return Short.toUnsignedInt(packet.getShort());
  }
}
