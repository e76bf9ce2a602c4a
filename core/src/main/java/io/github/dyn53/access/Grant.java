package io.github.dyn53.access;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Leave to update a host, or every host below a name.
 *
 * @param name the host, or {@code *.example.com} for itself and all that is below example.com
 * @param types which of its record sets; TXT is what certificates take
 * @param until when the leave ends; without it, it lasts as long as the token
 */
public record Grant(Hostname name, Set<RecordType> types, Optional<Instant> until) {

  /** What a router is given: it has no use for certificates. */
  public static final Set<RecordType> ADDRESSES = Set.of(RecordType.A, RecordType.AAAA);

  public Grant {
    types = Set.copyOf(types);
  }

  /** Whether this grant covers these record sets of the host at that time. */
  boolean covers(Hostname hostname, Set<RecordType> asked, Instant now) {
    return types.containsAll(asked)
        && until.map(now::isBefore).orElse(true)
        && (name.equals(hostname) || isAbove(hostname));
  }

  private boolean isAbove(Hostname hostname) {
    return name.isWildcard() && hostname.value().endsWith(name.value().substring(1));
  }
}
