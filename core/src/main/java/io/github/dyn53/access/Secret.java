package io.github.dyn53.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a client shows to be let in: 160 random bits as 32 letters and digits (base32 of RFC 4648 in
 * lower case), which no URL, shell, XML file or router form needs to escape.
 *
 * @param value the text a client sends; never logged, never stored
 */
public record Secret(String value) {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 32;

  public Secret {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a secret of dyn53");
    }
  }

  /** Reads what a client sent. Text of another form can't be a secret and needs no look-up. */
  public static Optional<Secret> parse(String text) {
    return isValid(text) ? Optional.of(new Secret(text)) : Optional.empty();
  }

  /**
   * Draws a new secret.
   *
   * @param random a cryptographic source, such as {@link java.security.SecureRandom}
   */
  public static Secret random(RandomGenerator random) {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new Secret(text.toString());
  }

  private static boolean isValid(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** What is stored in its place. A fast hash will do: nobody guesses 160 random bits. */
  public TokenHash hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return new TokenHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
