package io.github.dyn53.host;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to publish one host, held by one writer at a time.
 *
 * @param id the version of the host that took it: no two leases of a host have the same
 * @param until when it ends, whether or not its holder came back
 */
public record Lease(long id, Instant until) {

  /** Longer than any function that takes one may run for one host. */
  public static final Duration LASTS = Duration.ofSeconds(30);

  /** Whether nobody else may publish the host at {@code now}. */
  public boolean isLive(Instant now) {
    return now.isBefore(until);
  }
}
