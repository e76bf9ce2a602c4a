package io.github.dyn53.host;

import java.time.Instant;
import java.util.Optional;

/**
 * When a host was last heard of.
 *
 * @param lastChanged when a client last asked for other addresses
 * @param lastSeen when a client last asked for anything, to within an hour
 * @param lastFault what last went wrong, until a wish is published again
 * @param lastDrift what the zone last held in place of what was published
 */
public record Activity(
    Optional<Instant> lastChanged,
    Optional<Instant> lastSeen,
    Optional<Fault> lastFault,
    Optional<Fault> lastDrift) {

  /** Nothing has happened yet. */
  public static final Activity NONE =
      new Activity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Activity changed(Instant now) {
    return new Activity(Optional.of(now), Optional.of(now), lastFault, lastDrift);
  }

  Activity seen(Instant now) {
    return new Activity(lastChanged, Optional.of(now), lastFault, lastDrift);
  }

  Activity failed(String text, Instant now) {
    return new Activity(lastChanged, lastSeen, Optional.of(new Fault(text, now)), lastDrift);
  }

  Activity mended() {
    return new Activity(lastChanged, lastSeen, Optional.empty(), lastDrift);
  }

  Activity drifted(String text, Instant now) {
    return new Activity(lastChanged, lastSeen, lastFault, Optional.of(new Fault(text, now)));
  }
}
