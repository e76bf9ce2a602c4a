package io.github.dyn53.cli.address;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One question of DNS and its answer (RFC 1035 section 4). */
final class DnsPacket {

  private static final int HEADER = 12;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int ANSWER_AND_OPCODE = 0xf800;
  private static final int ANSWER = 0x8000;
  private static final int INTERNET = 1;

  private DnsPacket() {}

  /**
   * What was answered.
   *
   * @param code 0 for no error, 3 for no such name (section 4.1.1)
   */
  record Reply(int code, Optional<IpAddress> address) {}

  static byte[] question(int id, Hostname name, Family family) {
    ByteBuffer packet = ByteBuffer.allocate(HEADER + name.value().length() + 2 + 4);
    packet.putShort((short) id).putShort((short) RECURSION_DESIRED);
    packet.putShort((short) 1).putShort((short) 0).putInt(0);
    for (String label : name.value().split("\\.", -1)) {
      packet.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
    }
    packet.put((byte) 0).putShort((short) type(family)).putShort((short) INTERNET);
    return packet.array();
  }

  private static int type(Family family) {
    return family == Family.IPV4 ? 1 : 28;
  }

  /** Nothing for what does not answer this very question. */
  static Optional<Reply> read(ByteBuffer packet, byte[] question, Family family) {
    try {
      boolean answers =
          packet.remaining() >= question.length
              && packet.getShort(0) == ByteBuffer.wrap(question).getShort(0)
              && (packet.getShort(2) & ANSWER_AND_OPCODE) == ANSWER
              && packet.getShort(4) == 1
              && sameQuestion(packet, question);
      if (!answers) {
        return Optional.empty();
      }
      int code = packet.getShort(2) & 0xf;
      int records = Short.toUnsignedInt(packet.getShort(6));
      packet.position(question.length);
      return Optional.of(new Reply(code, address(packet, records, family)));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean sameQuestion(ByteBuffer packet, byte[] question) {
    var echoed = new byte[question.length - HEADER];
    packet.get(HEADER, echoed);
    // Servers may send the letters back in another case.
    String mine = new String(question, HEADER, echoed.length, StandardCharsets.ISO_8859_1);
    return new String(echoed, StandardCharsets.ISO_8859_1).equalsIgnoreCase(mine);
  }

  private static Optional<IpAddress> address(ByteBuffer packet, int records, Family family) {
    for (int i = 0; i < records; i++) {
      skipName(packet);
      int type = Short.toUnsignedInt(packet.getShort());
      int kind = Short.toUnsignedInt(packet.getShort());
      packet.getInt();
      int length = Short.toUnsignedInt(packet.getShort());
      if (type == type(family) && kind == INTERNET) {
        return value(packet, length, family);
      }
      packet.position(packet.position() + length);
    }
    return Optional.empty();
  }

  private static Optional<IpAddress> value(ByteBuffer packet, int length, Family family) {
    return switch (family) {
      case IPV4 -> length == 4 ? Optional.of(new Ipv4Address(packet.getInt())) : Optional.empty();
      case IPV6 ->
          length == 16
              ? Optional.of(new Ipv6Address(packet.getLong(), packet.getLong()))
              : Optional.empty();
    };
  }

  /** Names are never followed, only passed: a pointer ends one (section 4.1.4). */
  private static void skipName(ByteBuffer packet) {
    int length = Byte.toUnsignedInt(packet.get());
    while (length != 0) {
      if (length >= 0xc0) {
        packet.get();
        return;
      }
      packet.position(packet.position() + length);
      length = Byte.toUnsignedInt(packet.get());
    }
  }
}
