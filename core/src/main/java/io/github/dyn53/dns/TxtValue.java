package io.github.dyn53.dns;

import java.util.Optional;

/**
 * One value of a TXT record set: a single character string (RFC 1035 section 3.3.14) of printable
 * ASCII, which is all that ACME and DuckDNS clients ever send.
 *
 * @param text 1 to 255 characters from space to tilde
 */
public record TxtValue(String text) {

  private static final int LONGEST = 255;

  public TxtValue {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not the value of a TXT record");
    }
  }

  /** Reads untrusted text. */
  public static Optional<TxtValue> parse(String text) {
    return isValid(text) ? Optional.of(new TxtValue(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /**
   * The value in a zone's text form: in quotation marks, with a backslash before those within.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat">TXT
   *     record type</a>
   */
  String quoted() {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
