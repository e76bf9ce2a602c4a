package io.github.dyn53.dns;

/**
 * How long a resolver may keep an answer.
 *
 * @param seconds from 1 second to a week (604,800)
 */
public record Ttl(int seconds) {

  /** One minute: what dynamic names usually carry. */
  public static final Ttl DEFAULT = new Ttl(60);

  private static final int WEEK = 604_800;

  public Ttl {
    if (seconds < 1 || seconds > WEEK) {
      throw new IllegalArgumentException("a TTL is from 1 to 604800 seconds, not " + seconds);
    }
  }
}
