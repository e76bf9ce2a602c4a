package io.github.dyn53.emulator.route53;

/**
 * The size of a token bucket.
 *
 * @param capacity what it holds when full, in tokens
 * @param perSecond what flows back in, in tokens per second
 */
public record Rate(int capacity, double perSecond) {
  public Rate {
    if (capacity < 1 || !(perSecond > 0)) {
      throw new IllegalArgumentException(
          "not a rate: %d tokens, %s a second".formatted(capacity, perSecond));
    }
  }
}
