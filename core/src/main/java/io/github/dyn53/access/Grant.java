package io.github.dyn53.access;

import io.github.dyn53.dns.Hostname;
import java.time.Instant;
import java.util.Optional;

/**
 * Leave to update a host, or every host below a name.
 *
 * @param name the host, or {@code *.example.com} for itself and all that is below example.com
 * @param until when the leave ends; without it, it lasts as long as the token
 */
public record Grant(Hostname name, Optional<Instant> until) {

  /** Whether this grant covers the host at that time. */
  boolean covers(Hostname hostname, Instant now) {
    return until.map(now::isBefore).orElse(true) && (name.equals(hostname) || isAbove(hostname));
  }

  private boolean isAbove(Hostname hostname) {
    return name.isWildcard() && hostname.value().endsWith(name.value().substring(1));
  }
}
