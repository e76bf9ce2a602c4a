package io.github.dyn53.host;

import io.github.dyn53.dns.RecordKey;
import java.time.Instant;
import java.util.Set;

/**
 * A wish that is not known to be published.
 *
 * @param since when the oldest unconfirmed wish was written
 * @param keys the record sets that may differ from what is wanted; all others are left alone
 */
public record Pending(Instant since, Set<RecordKey> keys) {

  public Pending {
    keys = Set.copyOf(keys);
  }
}
