package io.github.dyn53.emulator.route53;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last changes that were submitted; they turn from PENDING to INSYNC as time goes by, and are
 * not kept on disk.
 */
final class ChangeLog {
  private static final int REMEMBERED = 20_000;

  private final Duration inSyncAfter;
  private final Duration busyFor;
  private final InstantSource clock;
  private final RandomIds ids;
  private final Map<String, Change> changes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Change> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Map<String, Instant> lastOfZone = new LinkedHashMap<>();

  private record Change(Instant submittedAt, String comment) {}

  ChangeLog(Route53Settings settings, InstantSource clock, RandomIds ids) {
    this.inSyncAfter = settings.inSyncAfter();
    this.busyFor = settings.busyFor();
    this.clock = clock;
    this.ids = ids;
  }

  /** Notes a change of the zone and describes it. */
  synchronized Xml submit(String zoneId, String comment) {
    var id = ids.next('C');
    var change = new Change(clock.instant().truncatedTo(ChronoUnit.MILLIS), comment);
    changes.put(id, change);
    lastOfZone.put(zoneId, change.submittedAt());
    return describe(id, change);
  }

  synchronized Optional<Xml> find(String id) {
    return Optional.ofNullable(changes.get(id)).map(change -> describe(id, change));
  }

  /** Whether the zone's last change is still being worked on. */
  synchronized boolean isBusy(String zoneId) {
    var last = lastOfZone.get(zoneId);
    return last != null && clock.instant().isBefore(last.plus(busyFor));
  }

  private Xml describe(String id, Change change) {
    boolean pending = clock.instant().isBefore(change.submittedAt().plus(inSyncAfter));
    var info =
        Xml.node(
            "ChangeInfo",
            Xml.text("Id", "/change/" + id),
            Xml.text("Status", pending ? "PENDING" : "INSYNC"),
            Xml.text("SubmittedAt", change.submittedAt().toString()));
    return change.comment().isEmpty() ? info : info.with(Xml.text("Comment", change.comment()));
  }
}
