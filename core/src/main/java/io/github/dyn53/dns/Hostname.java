package io.github.dyn53.dns;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fully qualified host name, lower case and without the dot at the end: what a client may ask to
 * have updated. The leftmost label may be {@code *}.
 *
 * @param value the canonical text, such as {@code home.example.com}
 */
public record Hostname(String value) {

  /** RFC 1035 section 2.3.4: 255 octets on the wire leave 253 characters of text. */
  private static final int LONGEST = 253;

  private static final String CHALLENGE = "_acme-challenge.";

  /** RFC 1123 section 2.1, two labels or more; possessive, so that hostile text costs nothing. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\*\\.)?+(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)++"
              + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  public Hostname {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "not a fully qualified host name: \"%s\"".formatted(value));
    }
  }

  /** Reads untrusted text: case and one dot at the end are forgiven, anything else is refused. */
  public static Optional<Hostname> parse(String text) {
    if (text.length() > LONGEST + 1) {
      return Optional.empty();
    }
    String lower = DnsName.lowerCase(text);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return isValid(name) ? Optional.of(new Hostname(name)) : Optional.empty();
  }

  /** A name that ends in a number is an address to most programs (RFC 1123 section 2.1). */
  private static boolean isValid(String value) {
    return value.length() <= LONGEST
        && FORM.matcher(value).matches()
        && !isNumber(value.substring(value.lastIndexOf('.') + 1));
  }

  private static boolean isNumber(String label) {
    return label.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether the leftmost label is {@code *}. */
  public boolean isWildcard() {
    return value.startsWith("*.");
  }

  /** The name of this host's own record sets. */
  public DnsName name() {
    return new DnsName(value);
  }

  /** Whether there is room for {@code *.} before it. */
  public boolean canBeWildcard() {
    return !isWildcard() && isValid("*." + value);
  }

  /**
   * Where a certificate authority looks whether a client has control of this host, and of {@code
   * *.} before it (RFC 8555 section 8.4). There is none for a wildcard name, which shares that of
   * the name behind the asterisk, nor where no room is left.
   */
  public Optional<DnsName> challengeName() {
    boolean fits = value.length() + CHALLENGE.length() <= LONGEST;
    return isWildcard() || !fits ? Optional.empty() : Optional.of(new DnsName(CHALLENGE + value));
  }

  /** The host that a challenge's name is about: the reverse of {@link #challengeName}. */
  public static Optional<Hostname> ofChallenge(String name) {
    return name.length() > CHALLENGE.length()
            && name.regionMatches(true, 0, CHALLENGE, 0, CHALLENGE.length())
        ? parse(name.substring(CHALLENGE.length())).filter(hostname -> !hostname.isWildcard())
        : Optional.empty();
  }

  /** The name of the record sets that answer for everything below this host. */
  public DnsName wildcardName() {
    return new DnsName("*." + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
