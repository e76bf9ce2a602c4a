package io.github.dyn53.dns;

import java.util.List;

/**
 * The name of a record set, in the one form that names are compared in: lower case, nothing
 * escaped, no dot at the end. Route 53 answers with {@code \052.home.example.com.} where it was
 * given {@code *.Home.example.com}; both are the same name here.
 *
 * @param value the canonical text, such as {@code *.home.example.com}
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">DNS
 *     domain name format</a>
 */
public record DnsName(String value) {

  public DnsName {
    value = canonical(value);
  }

  private static String canonical(String text) {
    String plain = text.indexOf('\\') < 0 ? text : unescape(text);
    String undotted = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    return lowerCase(undotted);
  }

  private static String unescape(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && isOctal(text, i + 1)) {
        plain.append((char) Integer.parseInt(text, i + 1, i + 4, 8));
        i += 3;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static boolean isOctal(String text, int from) {
    return from + 3 <= text.length()
        && text.substring(from, from + 3).chars().allMatch(c -> c >= '0' && c <= '7');
  }

  /** DNS folds A to Z and nothing else (RFC 4343 section 3). */
  static String lowerCase(String text) {
    var lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    return lower.toString();
  }

  /** Whether this name is {@code parent} or below it, label by label. */
  public boolean isWithin(DnsName parent) {
    return value.equals(parent.value) || value.endsWith("." + parent.value);
  }

  /** The labels from the top down, each with a dot behind: zones list their names by it. */
  public String reversed() {
    return String.join(".", List.of(value.split("\\.", -1)).reversed()) + ".";
  }

  @Override
  public String toString() {
    return value;
  }
}
