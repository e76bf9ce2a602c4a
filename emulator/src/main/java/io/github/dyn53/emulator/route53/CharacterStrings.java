package io.github.dyn53.emulator.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the value of a TXT record: strings in double quotes, of at most 255 octets each, separated
 * by blanks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat">TXT
 *     record type</a>
 */
final class CharacterStrings {
  private static final int MAX_OCTETS = 255;
  private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");

  private final String value;
  private int at;

  private CharacterStrings(String value) {
    this.value = value;
  }

  /** The strings in dnsjava's form: every octet as three decimal digits after a backslash. */
  static List<String> read(String value) throws InvalidValueException {
    return new CharacterStrings(value).strings();
  }

  private List<String> strings() throws InvalidValueException {
    var strings = new ArrayList<String>();
    while (at < value.length()) {
      int start = at;
      skipBlanks();
      if (!strings.isEmpty() && at == start) {
        throw notQuoted();
      }
      if (at < value.length()) {
        strings.add(string());
      }
    }
    if (strings.isEmpty()) {
      throw notQuoted();
    }
    return strings;
  }

  private void skipBlanks() {
    while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
      at++;
    }
  }

  private String string() throws InvalidValueException {
    if (next() != '"') {
      throw notQuoted();
    }
    var decimal = new StringBuilder();
    int octets = 0;
    for (char character = next(); character != '"'; character = next()) {
      decimal.append("\\%03d".formatted(character == '\\' ? escaped() : character));
      octets++;
    }
    if (octets > MAX_OCTETS) {
      throw new InvalidValueException("CharacterStringTooLong", "Value is too long", value);
    }
    return decimal.toString();
  }

  private int escaped() throws InvalidValueException {
    int end = at + 3;
    if (end <= value.length() && OCTAL.matcher(value.substring(at, end)).matches()) {
      int octet = Integer.parseInt(value, at, end, 8);
      at = end;
      return octet;
    }
    return next();
  }

  private char next() throws InvalidValueException {
    if (at == value.length()) {
      throw notQuoted();
    }
    return value.charAt(at++);
  }

  private InvalidValueException notQuoted() {
    return new InvalidValueException(
        "InvalidCharacterString", "Value should be enclosed in quotation marks", value);
  }
}
