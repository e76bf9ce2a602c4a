package io.github.dyn53.host;

import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.TxtValue;
import java.time.Duration;
import java.time.Instant;

/**
 * A value that a certificate authority is to find under a host's {@code _acme-challenge} (RFC 8555
 * section 8.4).
 *
 * @param expires when it goes, whether or not its client takes it away: some never do
 */
public record Challenge(TxtValue value, Instant expires) {

  /** An order takes minutes; cert-manager has been seen to try for hours. */
  public static final Duration LASTS = Duration.ofHours(6);

  /** Whoever asked too early asks again soon. */
  static final Ttl TTL = new Ttl(10);

  /** When it was asked for. */
  public Instant since() {
    return expires.minus(LASTS);
  }

  /** Whether its time is over. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }
}
