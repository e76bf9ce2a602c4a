package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import java.nio.ByteBuffer;

/** Reads names, compressed or not (RFC 1035 section 4.1.4). */
final class PacketNames {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int POINTER = 0xc0;

  private final ByteBuffer packet;

  PacketNames(ByteBuffer packet) {
    this.packet = packet;
  }

  /**
   * Reads the name at the packet's position and leaves the position behind it.
   *
   * @throws IllegalArgumentException for what is no name of a host or zone
   */
  DnsName read() {
    var name = new StringBuilder();
    int behind = -1;
    int earliest = packet.position();
    for (int length = next(); length != 0; length = next()) {
      if ((length & POINTER) == POINTER) {
        int target = (length & ~POINTER) << 8 | next();
        behind = behind < 0 ? packet.position() : behind;
        // Backwards only: what points at itself, or round in a circle, has no end.
        if (target >= earliest) {
          throw new IllegalArgumentException("a name that points forward");
        }
        earliest = target;
        packet.position(target);
      } else {
        label(length, name);
      }
    }
    if (behind >= 0) {
      packet.position(behind);
    }
    return new DnsName(name.toString());
  }

  private void label(int length, StringBuilder name) {
    if (length > LONGEST_LABEL || name.length() + length + 1 > LONGEST + 1) {
      throw new IllegalArgumentException("no name of DNS");
    }
    if (!name.isEmpty()) {
      name.append('.');
    }
    for (int i = 0; i < length; i++) {
      int c = next();
      if (c <= ' ' || c >= 0x7f || c == '.' || c == '\\') {
        throw new IllegalArgumentException("a name that no host has");
      }
      name.append((char) c);
    }
  }

  private int next() {
    return Byte.toUnsignedInt(packet.get());
  }
}
