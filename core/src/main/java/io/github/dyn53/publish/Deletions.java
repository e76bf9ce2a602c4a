package io.github.dyn53.publish;

import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds what a zone holds of the record sets that are to go: a deletion must match exactly, and
 * what was published last is not always known.
 */
final class Deletions {

  /** Near each other in a zone's listing, so that one page holds as many of them as it can. */
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing((RecordKey key) -> key.name().reversed()).thenComparing(RecordKey::type);

  private final Zones zones;
  private final ZoneId zone;
  private final Map<RecordKey, Optional<RecordSet>> seen = new HashMap<>();
  private final Set<RecordKey> foreign = new HashSet<>();
  private Optional<RuntimeException> failure = Optional.empty();

  Deletions(Zones zones, ZoneId zone) {
    this.zones = zones;
    this.zone = zone;
  }

  /**
   * Looks many up by pages of the zone. Each page starts at one of them, so there are never more
   * pages than look-ups would be, however large the zone is and whatever order it keeps. Stops at
   * the first failure, which {@link #find} then answers with for all that was not seen.
   *
   * @param timeLeft how long that may still take
   */
  void lookUp(Collection<RecordKey> keys, Supplier<Duration> timeLeft) {
    Queue<RecordKey> left = new ArrayDeque<>(keys.stream().distinct().sorted(ORDER).toList());
    try {
      while (!left.isEmpty()) {
        RecordKey first = left.remove();
        read(first, timeLimit(timeLeft));
        left.removeIf(this::isSeen);
      }
    } catch (ZoneUnavailableException | ZoneRefusedException e) {
      failure = Optional.of(e);
    }
  }

  private void read(RecordKey first, Duration timeLimit) {
    var start = new ZonePage.Start(first.name().value(), first.type().name());
    ZonePage page = zones.list(zone, Optional.of(start), timeLimit);
    page.recordSets().forEach(recordSet -> seen.put(recordSet.key(), Optional.of(recordSet)));
    foreign.addAll(page.foreign());
    // Of the others it is not known: what comes between them is up to the zone's order.
    seen.putIfAbsent(first, Optional.empty());
  }

  private boolean isSeen(RecordKey key) {
    return seen.containsKey(key) || foreign.contains(key);
  }

  /**
   * The record set as the zone holds it; nothing where it has none.
   *
   * @throws ZoneUnavailableException as {@link Zones#find}, or where too little time was left
   * @throws ZoneRefusedException as {@link Zones#find}
   */
  Optional<RecordSet> find(RecordKey key, Supplier<Duration> timeLeft) {
    if (foreign.contains(key)) {
      throw ZoneRefusedException.foreign(key);
    }
    Optional<RecordSet> known = seen.get(key);
    if (known != null) {
      return known;
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return zones.find(zone, key, timeLimit(timeLeft));
  }

  private static Duration timeLimit(Supplier<Duration> timeLeft) {
    Duration left = timeLeft.get();
    if (!left.isPositive()) {
      throw new ZoneUnavailableException(Reason.NO_TIME, "no time was left to publish");
    }
    return left;
  }
}
