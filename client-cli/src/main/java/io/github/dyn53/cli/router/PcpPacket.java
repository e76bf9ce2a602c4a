package io.github.dyn53.cli.router;

import io.github.dyn53.dns.Ipv4Address;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The packets of PCP (RFC 6887) that are of use here. */
final class PcpPacket {

  static final int UNSUPPORTED_VERSION = 1;

  private static final byte VERSION = 2;
  private static final byte ANNOUNCE = 0;
  private static final byte MAP = 1;
  private static final int ANSWER = 0x80;
  private static final int HEADER = 24;
  private static final int MAP_LENGTH = HEADER + 36;
  private static final int LONGEST = 1100;
  private static final byte UDP = 17;

  private PcpPacket() {}

  /**
   * What is asked for, and by which the answer is known again.
   *
   * @param nonce 12 random bytes (section 11.1)
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Mapping(byte[] nonce, Ipv4Address client, int port) {}

  /**
   * An answer of MAP.
   *
   * @param result 0 for success (section 7.4)
   * @param outside the address assigned, unspecified where there is none. A refusal repeats what
   *     was suggested (section 11.1), which is nothing here: another one is the router's own, as
   *     miniupnpd puts it there
   */
  record Mapped(int result, long epoch, Ipv4Address outside) {}

  /** Section 11.1; a lifetime of zero deletes the mapping. */
  static byte[] map(Mapping mapping, int lifetimeSeconds) {
    ByteBuffer packet = ByteBuffer.allocate(MAP_LENGTH);
    packet.put(VERSION).put(MAP).putShort((short) 0).putInt(lifetimeSeconds);
    mapped(packet, mapping.client());
    packet.put(mapping.nonce()).put(UDP).put(new byte[3]);
    packet.putShort((short) mapping.port()).putShort((short) 0);
    mapped(packet, new Ipv4Address(0));
    return packet.array();
  }

  /** An IPv4-mapped IPv6 address (section 5). */
  private static void mapped(ByteBuffer packet, Ipv4Address address) {
    packet.putLong(0).putInt(0xffff).putInt(address.bits());
  }

  /** Nothing for what is no answer to this mapping (sections 8.3 and 11.4). */
  static Optional<Mapped> readMapped(ByteBuffer packet, Mapping asked) {
    if (!isAnswer(packet, MAP)) {
      return Optional.empty();
    }
    int result = Byte.toUnsignedInt(packet.get(3));
    if (packet.get(0) != VERSION) {
      return Optional.of(new Mapped(UNSUPPORTED_VERSION, 0, new Ipv4Address(0)));
    }
    if (packet.remaining() < MAP_LENGTH) {
      boolean plainError = result != 0 && packet.remaining() == HEADER;
      return plainError ? Optional.of(failed(packet, result)) : Optional.empty();
    }
    var nonce = new byte[asked.nonce().length];
    packet.get(HEADER, nonce);
    boolean mine =
        Arrays.equals(nonce, asked.nonce())
            && packet.get(36) == UDP
            && Short.toUnsignedInt(packet.getShort(40)) == asked.port();
    if (!mine) {
      return Optional.empty();
    }
    boolean ipv4 = packet.getLong(44) == 0 && packet.getInt(52) == 0xffff;
    if (!ipv4) {
      return result == 0 ? Optional.empty() : Optional.of(failed(packet, result));
    }
    return Optional.of(new Mapped(result, epoch(packet), new Ipv4Address(packet.getInt(56))));
  }

  private static Mapped failed(ByteBuffer packet, int result) {
    return new Mapped(result, epoch(packet), new Ipv4Address(0));
  }

  /** The epoch of an ANNOUNCE that nobody asked for (section 14.1); nothing for other packets. */
  static Optional<Long> readAnnounce(ByteBuffer packet) {
    boolean announce =
        isAnswer(packet, ANNOUNCE)
            && packet.get(0) == VERSION
            && packet.get(3) == 0
            && packet.remaining() >= HEADER;
    return announce ? Optional.of(epoch(packet)) : Optional.empty();
  }

  /**
   * Whole words, no longer than the limit (section 7), and an answer to that operation. One of
   * NAT-PMP is let through: so does a router answer that knows no PCP.
   */
  private static boolean isAnswer(ByteBuffer packet, byte operation) {
    int length = packet.remaining();
    if (length < 4 || length > LONGEST || length % 4 != 0) {
      return false;
    }
    boolean answers = (packet.get(1) & 0xff) == (ANSWER | operation);
    return answers && (packet.get(0) == VERSION ? length >= HEADER : packet.get(0) == 0);
  }

  /** Seconds since the router lost its mappings (section 8.5). */
  private static long epoch(ByteBuffer packet) {
    return Integer.toUnsignedLong(packet.getInt(8));
  }
}
