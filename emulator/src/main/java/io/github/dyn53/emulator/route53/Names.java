package io.github.dyn53.emulator.route53;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;

/**
 * Domain names in the text of Route 53: always absolute, always lower case, and every octet other
 * than {@code a-z 0-9 - _} as {@code \ooo} in octal (dnsjava and master files write decimal).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">DNS
 *     domain name format</a>
 */
final class Names {
  private static final int MAX_LABEL = 63;
  private static final int MAX_NAME = 255;
  private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");

  private Names() {}

  /** Reads a name; the trailing dot may be missing, and {@code \ooo} stands for an octet. */
  static Name read(String text) throws InvalidValueException {
    var wire = new ByteArrayOutputStream();
    var label = new ByteArrayOutputStream();
    var absolute = text.endsWith(".") ? text : text + ".";
    for (int at = 0; at < absolute.length(); at++) {
      char character = absolute.charAt(at);
      if (character == '.') {
        endLabel(label, wire, text);
      } else if (character == '\\') {
        label.write(octet(absolute, at + 1, text));
        at += 3;
      } else {
        label.write(printable(character, text));
      }
    }
    wire.write(0);
    return fromWire(wire.toByteArray(), text);
  }

  private static void endLabel(ByteArrayOutputStream label, ByteArrayOutputStream wire, String text)
      throws InvalidValueException {
    if (label.size() == 0) {
      throw new InvalidValueException("DomainLabelEmpty", "Domain label is empty", text);
    }
    if (label.size() > MAX_LABEL) {
      throw new InvalidValueException("DomainLabelTooLong", "Domain label is too long", text);
    }
    wire.write(label.size());
    wire.writeBytes(label.toByteArray());
    label.reset();
  }

  private static int octet(String absolute, int start, String text) throws InvalidValueException {
    int end = start + 3;
    if (end > absolute.length() || !OCTAL.matcher(absolute.substring(start, end)).matches()) {
      throw unsupported(text);
    }
    return lower(Integer.parseInt(absolute, start, end, 8));
  }

  private static int printable(char character, String text) throws InvalidValueException {
    if (character <= ' ' || character > '~') {
      throw unsupported(text);
    }
    return lower(character);
  }

  private static InvalidValueException unsupported(String text) {
    return new InvalidValueException(
        "UnsupportedCharacter", "Value contains unsupported characters", text);
  }

  private static int lower(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  private static Name fromWire(byte[] wire, String text) throws InvalidValueException {
    if (wire.length > MAX_NAME) {
      throw new InvalidValueException("DomainNameTooLong", "Domain name is too long", text);
    }
    try {
      return new Name(wire);
    } catch (IOException e) {
      throw new IllegalStateException("built a malformed name from \"%s\"".formatted(text), e);
    }
  }

  /** The name as Route 53 answers it, with its trailing dot: {@code \052.example.org.} */
  static String text(Name name) {
    var text = new StringBuilder();
    for (int label = 0; label < name.labels() - 1; label++) {
      text.append(labelText(name, label)).append('.');
    }
    return text.isEmpty() ? "." : text.toString();
  }

  private static String labelText(Name name, int index) {
    var text = new StringBuilder();
    for (char octet : octets(name, index).toCharArray()) {
      text.append(isPlain(octet) ? String.valueOf(octet) : "\\%03o".formatted((int) octet));
    }
    return text.toString();
  }

  private static boolean isPlain(char octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }

  /**
   * What Route 53 sorts by: the labels reversed, each followed by a dot, compared octet by octet.
   * The keys of all names below a name begin with its key.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html">ListResourceRecordSets,
   *     "How results are sorted"</a>
   */
  static String sortKey(Name name) {
    var key = new StringBuilder();
    for (int label = name.labels() - 2; label >= 0; label--) {
      // A dot inside a label must not look like the end of one.
      key.append(octets(name, label).replace(".", "\\056")).append('.');
    }
    return key.toString();
  }

  private static String octets(Name name, int index) {
    byte[] label = name.getLabel(index);
    var octets = new StringBuilder();
    for (char octet :
        new String(label, 1, label.length - 1, StandardCharsets.ISO_8859_1).toCharArray()) {
      octets.append((char) lower(octet));
    }
    return octets.toString();
  }
}
