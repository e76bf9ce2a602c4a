package io.github.dyn53.host;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The right to publish one host, held by one writer at a time.
 *
 * @param id drawn at random by the writer that took it: no two writers have the same, even if they
 *     take theirs at the same moment
 * @param until when it ends, whether or not its holder came back
 */
public record Lease(long id, Instant until) {

  /** Longer than any function that takes one may run for one host. */
  public static final Duration LASTS = Duration.ofSeconds(30);

  /**
   * A lease that nobody else has.
   *
   * @param random must not repeat itself in another process; {@link java.security.SecureRandom}
   *     does not, even in one restored from a snapshot
   */
  public static Lease draw(RandomGenerator random, Instant now) {
    return new Lease(random.nextLong(), now.plus(LASTS));
  }

  /** Whether nobody else may publish the host at {@code now}. */
  public boolean isLive(Instant now) {
    return now.isBefore(until);
  }
}
