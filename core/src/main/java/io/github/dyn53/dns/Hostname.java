package io.github.dyn53.dns;

import java.util.Optional;

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

  private static final int LONGEST_LABEL = 63;
  private static final String ANY = "*.";

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

  /**
   * Two labels or more besides the asterisk (RFC 1123 section 2.1). A name that ends in a number is
   * an address to most programs, and none here.
   */
  private static boolean isValid(String value) {
    int from = value.startsWith(ANY) ? ANY.length() : 0;
    int last = value.lastIndexOf('.') + 1;
    if (value.length() > LONGEST || last <= from || isNumber(value, last)) {
      return false;
    }
    while (from < last) {
      int end = value.indexOf('.', from);
      if (!isLabel(value, from, end)) {
        return false;
      }
      from = end + 1;
    }
    return isLabel(value, last, value.length());
  }

  static boolean isLabel(String value, int from, int to) {
    if (from >= to
        || to - from > LONGEST_LABEL
        || value.charAt(from) == '-'
        || value.charAt(to - 1) == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether the leftmost label is {@code *}. */
  public boolean isWildcard() {
    return value.startsWith(ANY);
  }

  /** The name of this host's own record sets. */
  public DnsName name() {
    return new DnsName(value);
  }

  /** What all names that a wildcard host stands for are below; nothing for any other host. */
  public Optional<DnsName> belowWildcard() {
    return isWildcard()
        ? Optional.of(new DnsName(value.substring(ANY.length())))
        : Optional.empty();
  }

  /** Whether there is room for {@code *.} before it. */
  public boolean canBeWildcard() {
    return !isWildcard() && isValid(ANY + value);
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
    return new DnsName(ANY + value);
  }

  /**
   * By hand, with {@link #hashCode}: a record's own are linked at run time (docs/decisions/0006).
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Hostname that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
