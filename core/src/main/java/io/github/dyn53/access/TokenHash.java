package io.github.dyn53.access;

import java.util.regex.Pattern;

/**
 * The SHA-256 of a secret: the key a token is found by.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record TokenHash(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int ID_LENGTH = 12;

  public TokenHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
    }
  }

  /** The first digits: enough for a person to tell an owner's tokens apart. */
  public String id() {
    return value.substring(0, ID_LENGTH);
  }

  @Override
  public String toString() {
    return id();
  }
}
