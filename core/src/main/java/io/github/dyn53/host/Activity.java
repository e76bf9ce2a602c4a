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
 * @param changeCount how often clients changed it lately
 */
public record Activity(
    Optional<Instant> lastChanged,
    Optional<Instant> lastSeen,
    Optional<Fault> lastFault,
    Optional<Fault> lastDrift,
    Optional<ChangeCount> changeCount) {

  /** Nothing has happened yet. */
  public static final Activity NONE =
      new Activity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Without any count. */
  public Activity(
      Optional<Instant> lastChanged,
      Optional<Instant> lastSeen,
      Optional<Fault> lastFault,
      Optional<Fault> lastDrift) {
    this(lastChanged, lastSeen, lastFault, lastDrift, Optional.empty());
  }

  /** How often clients changed the host within the hour that goes on. */
  public int changesThisHour(Instant now) {
    return ChangeCount.at(changeCount, now);
  }

  Activity changed(Instant now) {
    return new Activity(Optional.of(now), Optional.of(now), lastFault, lastDrift, changeCount)
        .counted(now);
  }

  Activity counted(Instant now) {
    return new Activity(
        lastChanged,
        lastSeen,
        lastFault,
        lastDrift,
        Optional.of(ChangeCount.next(changeCount, now)));
  }

  Activity seen(Instant now) {
    return new Activity(lastChanged, Optional.of(now), lastFault, lastDrift, changeCount);
  }

  Activity failed(String text, Instant now) {
    Fault fault = new Fault(text, now);
    return new Activity(lastChanged, lastSeen, Optional.of(fault), lastDrift, changeCount);
  }

  /** What the owner is told of a host that nobody updates any more. */
  public String describeSilence() {
    return "not updated since " + lastSeen.map(Instant::toString).orElse("it was added");
  }

  /** A host of which something was published, such as that a challenge expired, is still silent. */
  Activity mended() {
    Optional<Fault> lasting = lastFault.filter(fault -> fault.text().equals(describeSilence()));
    return new Activity(lastChanged, lastSeen, lasting, lastDrift, changeCount);
  }

  Activity drifted(String text, Instant now) {
    Fault fault = new Fault(text, now);
    return new Activity(lastChanged, lastSeen, lastFault, Optional.of(fault), changeCount);
  }
}
