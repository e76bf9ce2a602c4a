package io.github.dyn53.simulation;

import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.host.Host;
import java.time.Duration;
import java.util.Optional;

/**
 * What a zone won't take for a time: one record set, as where somebody has put a CNAME beside it,
 * or anything at all.
 *
 * @param key the record set; absent where the zone takes nothing
 * @param from since when
 * @param until when somebody has mended it, which may be after the end
 */
record Refusal(ZoneId zone, Optional<RecordKey> key, Duration from, Duration until) {

  /** Never mended by anybody in a run. */
  static final Duration FOR_EVER = Duration.ofDays(365);

  boolean isAbout(Host host) {
    return zone.equals(host.settings().zone()) && key.map(host.recordKeys()::contains).orElse(true);
  }

  boolean overlaps(Duration begin, Duration end) {
    return from.compareTo(end) <= 0 && begin.compareTo(until) <= 0;
  }

  /** What the zone says. */
  ZoneRefusedException exception() {
    return key.map(RecordKey::text)
        .map(text -> new ZoneRefusedException(Scope.CHANGE, "there is a CNAME beside " + text))
        .orElseGet(() -> new ZoneRefusedException(Scope.ZONE, "access to the zone is denied"));
  }
}
