package io.github.dyn53.cli.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a question as RFC 1035 section 4.1 has it. */
final class QuestionPacket {

  private static final int RECURSION_DESIRED = 0x0100;
  private static final int INTERNET = 1;
  private static final int LONGEST_LABEL = 63;

  private QuestionPacket() {}

  /**
   * The bytes of a question.
   *
   * @param id 16 bits by which the reply is known
   */
  static byte[] of(int id, Question question, boolean recursive) {
    var bytes = new ByteArrayOutputStream();
    put(bytes, id);
    put(bytes, recursive ? RECURSION_DESIRED : 0);
    put(bytes, 1);
    put(bytes, 0);
    put(bytes, 0);
    put(bytes, 0);
    putName(bytes, question.name().value());
    put(bytes, question.type().number());
    put(bytes, INTERNET);
    return bytes.toByteArray();
  }

  private static void putName(ByteArrayOutputStream bytes, String name) {
    for (int from = 0; from < name.length(); ) {
      int dot = name.indexOf('.', from);
      int end = dot < 0 ? name.length() : dot;
      byte[] label = name.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
      if (label.length == 0 || label.length > LONGEST_LABEL) {
        throw new IllegalArgumentException("no name of DNS: " + name);
      }
      bytes.write(label.length);
      bytes.writeBytes(label);
      from = end + 1;
    }
    bytes.write(0);
  }

  private static void put(ByteArrayOutputStream bytes, int number) {
    bytes.write(number >> 8);
    bytes.write(number);
  }
}
