package io.github.dyn53.host;

import java.time.Duration;

/**
 * How long a host may be silent.
 *
 * @param limit at least two hours, since "seen" is only written once an hour
 * @param policy what happens after that
 */
public record Silence(Duration limit, SilencePolicy policy) {

  /** The shortest limit that can be told from a host that is well. */
  public static final Duration SHORTEST = Duration.ofHours(2);

  public Silence {
    if (limit.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("a host may be silent for two hours at least");
    }
  }
}
