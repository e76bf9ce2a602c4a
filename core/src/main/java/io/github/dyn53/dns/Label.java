package io.github.dyn53.dns;

import java.util.Optional;

/**
 * One label of a host name, lower case: what stands between two dots.
 *
 * @param value the text, such as {@code home}
 */
public record Label(String value) {

  public Label {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a label: \"%s\"".formatted(value));
    }
  }

  /** Reads untrusted text: case is forgiven, anything else is refused. */
  public static Optional<Label> parse(String text) {
    String lower = DnsName.lowerCase(text);
    return isValid(lower) ? Optional.of(new Label(lower)) : Optional.empty();
  }

  private static boolean isValid(String value) {
    return Hostname.isLabel(value, 0, value.length());
  }

  /** The host of this label directly below a name; none where it would be too long for one. */
  public Optional<Hostname> below(DnsName name) {
    return Hostname.parse(value + "." + name);
  }

  /** Whether it is the leftmost one of a host's name. */
  public boolean begins(Hostname hostname) {
    return hostname.value().startsWith(value + ".");
  }

  @Override
  public String toString() {
    return value;
  }
}
