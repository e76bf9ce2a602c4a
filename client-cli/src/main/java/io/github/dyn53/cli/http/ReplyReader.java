package io.github.dyn53.cli.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one reply (RFC 9112): strictly, and never more than the limits. */
final class ReplyReader {

  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int LONGEST_BODY = 64 * 1024;

  private final InputStream in;
  private int headLeft = LONGEST_HEAD;
  private boolean usable;

  ReplyReader(InputStream in) {
    this.in = in;
  }

  /** Whether the reply had an end of its own and the server keeps the connection open. */
  boolean leavesConnectionUsable() {
    return usable;
  }

  HttpReply read() throws IOException {
    String statusLine = line();
    int status = status(statusLine);
    Map<String, String> headers = headers();
    // Interim replies (RFC 9110 section 15.2) come before the one that counts.
    while (status < 200) {
      statusLine = line();
      status = status(statusLine);
      headers = headers();
    }
    usable = statusLine.startsWith("HTTP/1.1") && keepsAlive(headers);
    return new HttpReply(status, headers, body(status, headers));
  }

  private static boolean keepsAlive(Map<String, String> headers) {
    String connection = headers.getOrDefault("connection", "");
    return !connection.toLowerCase(Locale.ROOT).contains("close");
  }

  private static int status(String line) throws NotHttpException {
    boolean form =
        line.length() >= 12
            && line.startsWith("HTTP/1.")
            && Character.isDigit(line.charAt(7))
            && line.charAt(8) == ' '
            && (line.length() == 12 || line.charAt(12) == ' ');
    int status = form ? number(line.substring(9, 12), 10, 999) : 0;
    if (status < 100) {
      throw new NotHttpException("it does not begin with a status line of HTTP/1.1");
    }
    return status;
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || !isToken(line, colon)) {
        throw new NotHttpException("a header line has no proper name");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      String first = headers.putIfAbsent(name, value);
      if (first != null && isFraming(name) && !first.equals(value)) {
        throw new NotHttpException("it has two lengths");
      }
    }
    return headers;
  }

  private static boolean isFraming(String name) {
    return name.equals("content-length") || name.equals("transfer-encoding");
  }

  private static boolean isToken(String line, int end) {
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      boolean token =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
      if (!token) {
        return false;
      }
    }
    return true;
  }

  private String body(int status, Map<String, String> headers) throws IOException {
    String coding = headers.get("transfer-encoding");
    String length = headers.get("content-length");
    byte[] body;
    if (status == 204 || status == 304) {
      body = new byte[0];
    } else if (coding != null) {
      // Both would be a smuggler's trick (RFC 9112 section 6.3); the coding counts.
      usable &= length == null;
      body = chunked(coding);
    } else if (length != null) {
      body = exactly(number(length, 10, LONGEST_BODY));
    } else {
      usable = false;
      body = untilClose();
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private byte[] chunked(String coding) throws IOException {
    if (!coding.equalsIgnoreCase("chunked")) {
      throw new NotHttpException("it is coded in a way that was not asked for");
    }
    var body = new ByteArrayOutputStream();
    int size = chunkSize();
    while (size > 0) {
      body.writeBytes(exactly(size));
      if (body.size() > LONGEST_BODY) {
        throw tooLong();
      }
      if (!line().isEmpty()) {
        throw new NotHttpException("a chunk is longer than it says");
      }
      size = chunkSize();
    }
    // Trailers are read past: nothing in them is for us.
    headers();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    String line = line();
    int semicolon = line.indexOf(';');
    return number((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16, LONGEST_BODY);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw cutShort();
    }
    return bytes;
  }

  private byte[] untilClose() throws IOException {
    byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      throw tooLong();
    }
    return bytes;
  }

  /**
   * A line without its CR LF, or the LF alone that some routers send (RFC 9112 section 2.2).
   * Together the lines may be as long as the head.
   */
  private String line() throws IOException {
    var line = new StringBuilder(80);
    int c = in.read();
    while (c != '\r' && c != '\n') {
      headLeft--;
      if (c < 0) {
        throw cutShort();
      }
      if (headLeft < 0) {
        throw new NotHttpException("its headers are longer than 16 KiB");
      }
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new NotHttpException("it has control characters in its headers");
      }
      line.append((char) c);
      c = in.read();
    }
    if (c == '\r' && in.read() != '\n') {
      throw new NotHttpException("its lines do not end in CR LF");
    }
    headLeft -= 2;
    return line.toString();
  }

  private static int number(String digits, int radix, int largest) throws NotHttpException {
    long value = digits.isEmpty() || digits.length() > 8 ? -1 : 0;
    for (int i = 0; i < digits.length() && value >= 0; i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      value = digit < 0 ? -1 : value * radix + digit;
    }
    if (value < 0) {
      throw new NotHttpException("a number in it is none");
    }
    if (value > largest) {
      throw tooLong();
    }
    return (int) value;
  }

  private static NotHttpException tooLong() {
    return new NotHttpException("it is longer than 64 KiB");
  }

  private static NotHttpException cutShort() {
    return new NotHttpException("it ends in the middle");
  }
}
