package io.github.dyn53.emulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding that refuses nothing: what is no escape stays, what is no UTF-8 is replaced. */
final class PercentDecoding {

  private PercentDecoding() {}

  /** Decodes a path: a plus sign is itself. */
  static String path(String raw) {
    var bytes = new ByteArrayOutputStream(raw.length());
    int position = 0;
    while (position < raw.length()) {
      int escaped = escapedByte(raw, position);
      if (escaped >= 0) {
        bytes.write(escaped);
        position += 3;
      } else {
        int character = raw.codePointAt(position);
        bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        position += Character.charCount(character);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Decodes a name or a value of a query: a plus sign is a blank. */
  static String query(String raw) {
    return path(raw.replace('+', ' '));
  }

  private static int escapedByte(String raw, int position) {
    if (raw.charAt(position) != '%' || position + 2 >= raw.length()) {
      return -1;
    }
    int high = Character.digit(raw.charAt(position + 1), 16);
    int low = Character.digit(raw.charAt(position + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
