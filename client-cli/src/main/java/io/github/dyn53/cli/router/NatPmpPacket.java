package io.github.dyn53.cli.router;

import io.github.dyn53.dns.Ipv4Address;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A router's answer of NAT-PMP to the request for its outer address, asked for or not (RFC 6886
 * sections 3.2 and 3.2.1).
 *
 * @param result 0 for success (section 3.5)
 * @param epoch seconds since the router lost its mappings (section 3.6)
 * @param address unspecified where it has none
 */
record NatPmpPacket(int result, long epoch, Ipv4Address address) {

  static final int UNSUPPORTED_VERSION = 1;

  static final int LENGTH = 12;

  private static final int SHORTEST_ERROR = 4;
  private static final byte ANSWER_OF_ADDRESS = (byte) 128;
  private static final byte PCP = 2;

  /** The request: version 0, operation 0. */
  static byte[] request() {
    return new byte[] {0, 0};
  }

  /** Nothing for any other packet. Bytes behind the answer are no concern of ours. */
  static Optional<NatPmpPacket> read(ByteBuffer packet) {
    int length = packet.remaining();
    if (length < SHORTEST_ERROR || packet.get(1) != ANSWER_OF_ADDRESS) {
      return Optional.empty();
    }
    if (packet.get(0) == PCP) {
      // A router of PCP alone answers in its own version (RFC 6887 section 9).
      return Optional.of(failed(UNSUPPORTED_VERSION));
    }
    int result = Short.toUnsignedInt(packet.getShort(2));
    if (packet.get(0) != 0 || (result == 0 && length < LENGTH)) {
      return Optional.empty();
    }
    if (length < LENGTH) {
      return Optional.of(failed(result));
    }
    return Optional.of(
        new NatPmpPacket(
            result, Integer.toUnsignedLong(packet.getInt(4)), new Ipv4Address(packet.getInt(8))));
  }

  private static NatPmpPacket failed(int result) {
    return new NatPmpPacket(result, 0, new Ipv4Address(0));
  }
}
