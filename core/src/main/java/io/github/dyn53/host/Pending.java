package io.github.dyn53.host;

import io.github.dyn53.dns.RecordKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A wish that is not known to be published. It is leased by the writer who publishes it, or handed
 * over to whoever comes next, or neither: then the zone refused it, and only the sweep tries again.
 *
 * @param since when the oldest unconfirmed wish was written
 * @param keys the record sets that may differ from what is wanted; all others are left alone
 * @param lease who alone may publish it; absent, or over, where anybody may
 * @param handedOver from when on the publisher is to take it; absent while it is leased
 */
public record Pending(
    Instant since, Set<RecordKey> keys, Optional<Lease> lease, Optional<Instant> handedOver) {

  public Pending {
    keys = Set.copyOf(keys);
  }

  /** Whether a writer who may still come back holds it. */
  public boolean isLeased(Instant now) {
    return lease.filter(held -> held.isLive(now)).isPresent();
  }

  /** Whether any writer may take it at {@code now}. */
  public boolean isFree(Instant now) {
    return !isLeased(now) && handedOver.filter(now::isBefore).isEmpty();
  }

  Pending leased(Lease other) {
    return new Pending(since, keys, Optional.of(other), Optional.empty());
  }

  Pending handedOver(Instant from) {
    return new Pending(since, keys, Optional.empty(), Optional.of(from));
  }

  Pending parked() {
    return new Pending(since, keys, Optional.empty(), Optional.empty());
  }
}
