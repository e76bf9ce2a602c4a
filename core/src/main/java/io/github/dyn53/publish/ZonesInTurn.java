package io.github.dyn53.publish;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.StateUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Zones that get one batch at a time, whichever of several publishers sends it: a stream of several
 * shards has as many, and the sweep is one more.
 */
public final class ZonesInTurn implements Zones {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Zones zones;
  private final Turns turns;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Makes zones in turn.
   *
   * @param random where the turns' ids come from; see {@link Lease#draw}
   */
  public ZonesInTurn(
      Zones zones, Turns turns, Sleeper sleeper, InstantSource clock, RandomGenerator random) {
    this.zones = zones;
    this.turns = turns;
    this.sleeper = sleeper;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    Instant end = clock.instant().plus(timeLimit);
    var turn = new Lease(random.nextLong(), end);
    await(zone, turn);
    try {
      zones.change(zone, changes, Duration.between(clock.instant(), end));
    } finally {
      giveBack(zone, turn);
    }
  }

  private void await(ZoneId zone, Lease turn) {
    Duration pause = FIRST_PAUSE;
    while (!take(zone, turn)) {
      if (!clock.instant().plus(pause).isBefore(turn.until())) {
        throw new ZoneUnavailableException(Reason.NO_TIME, "other publishers kept the zone busy");
      }
      sleeper.sleep(pause);
      pause = longer(pause);
    }
  }

  private boolean take(ZoneId zone, Lease turn) {
    try {
      return turns.take(zone, turn, clock.instant());
    } catch (StateUnavailableException e) {
      // The zone itself says so where it is busy; it only costs a request.
      return true;
    }
  }

  private void giveBack(ZoneId zone, Lease turn) {
    try {
      turns.giveBack(zone, turn);
    } catch (StateUnavailableException e) {
      // It runs out.
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    return zones.find(zone, key, timeLimit);
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    return zones.list(zone, from, timeLimit);
  }
}
