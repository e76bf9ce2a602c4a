package io.github.dyn53.publish;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Zones for writers who have time: each request waits for its turn, and one that was throttled or
 * came while the zone was busy is made again.
 */
public final class PacedZones implements Zones {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Zones zones;
  private final Pacer pacer;
  private final Sleeper sleeper;
  private final InstantSource clock;

  public PacedZones(Zones zones, Pacer pacer, Sleeper sleeper, InstantSource clock) {
    this.zones = zones;
    this.pacer = pacer;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    int weight = changes.stream().mapToInt(RecordChange::weight).sum();
    patiently(
        weight,
        timeLimit,
        left -> {
          zones.change(zone, changes, left);
          return true;
        });
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    return patiently(0, timeLimit, left -> zones.find(zone, key, left));
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    return patiently(0, timeLimit, left -> zones.list(zone, from, left));
  }

  private <T> T patiently(int weight, Duration timeLimit, Function<Duration, T> request) {
    Instant end = clock.instant().plus(timeLimit);
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      awaitTurn(weight, end);
      try {
        return request.apply(Duration.between(clock.instant(), end));
      } catch (ZoneUnavailableException e) {
        boolean passes = e.reason() == Reason.THROTTLED || e.reason() == Reason.BUSY;
        if (!passes || isBeyond(pause, end)) {
          throw e;
        }
        sleeper.sleep(pause);
      }
    }
  }

  private void awaitTurn(int weight, Instant end) {
    Duration turn =
        pacer.reserve(weight, Duration.between(clock.instant(), end)).orElseThrow(PacedZones::late);
    if (turn.isPositive()) {
      sleeper.sleep(turn);
    }
  }

  private static ZoneUnavailableException late() {
    return new ZoneUnavailableException(Reason.NO_TIME, "no time was left to wait for its turn");
  }

  private boolean isBeyond(Duration pause, Instant end) {
    return !clock.instant().plus(pause).isBefore(end);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
