package io.github.dyn53.cli.router;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Packets byte by byte, as the RFCs draw them. */
final class Packets {

  private Packets() {}

  /** Bytes in hexadecimal; blanks are for the eye. */
  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(hex(text));
  }

  /** RFC 6887 section 11.1: the answer to a request of MAP, with this result and address. */
  static byte[] mapped(byte[] request, int result, String address) {
    ByteBuffer answer = ByteBuffer.allocate(60);
    answer.put((byte) 2).put((byte) 0x81).put((byte) 0).put((byte) result);
    answer.putInt(120).putInt(5308).put(new byte[12]);
    answer.put(request, 24, 36);
    answer.position(44);
    answer.put(hex(address));
    return answer.array();
  }
}
