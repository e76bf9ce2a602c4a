package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.ZoneId;
import java.time.Duration;

/** What somebody else does to a record set of a host behind dyn53's back. */
record Meddling(Duration at, ZoneId zone, RecordKey key, Kind kind) {

  /** What becomes of the record set. */
  enum Kind {
    /** It is gone. */
    DELETED,
    /** It has another value. */
    REPLACED,
    /** It is an alias, which dyn53 neither reads nor writes. */
    ALIASED
  }
}
