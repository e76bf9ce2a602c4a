package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.TestBed.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordChange.Upsert;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.memory.InMemoryTurns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZonesInTurnTest {

  private static final List<RecordChange> BATCH =
      List.of(
          new Upsert(
              new RecordSet(
                  new RecordKey(new DnsName("home.example.com"), RecordType.A),
                  60,
                  List.of("9.1.2.3"))));
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Lease THEIRS = new Lease(1, START.plusSeconds(3));

  private final HandMovedClock clock = new HandMovedClock(START);
  private final ScriptedZones zones = new ScriptedZones();
  private final InMemoryTurns turns = new InMemoryTurns();
  private final ZonesInTurn inTurn = over(turns);

  private ZonesInTurn over(Turns of) {
    return new ZonesInTurn(zones, of, clock::advance, clock, new SplittableRandom(1));
  }

  @Test
  void sendsAtOnceWhereNobodyElseDoes() {
    inTurn.change(ZONE, BATCH, LIMIT);
    inTurn.change(ZONE, BATCH, LIMIT);

    assertThat(clock.instant()).isEqualTo(START);
    assertThat(zones.timeLimits()).containsExactly(LIMIT, LIMIT);
  }

  @Test
  void waitsForTheOtherPublishersBatch() {
    turns.take(ZONE, THEIRS, START);

    inTurn.change(ZONE, BATCH, LIMIT);

    assertThat(clock.instant()).isBetween(START.plusSeconds(3), START.plusSeconds(5));
    assertThat(zones.timeLimits())
        .containsExactly(LIMIT.minus(Duration.between(START, clock.instant())));
  }

  @Test
  void sendsNothingWhereTheTurnNeverComes() {
    turns.take(ZONE, new Lease(1, START.plusSeconds(60)), START);

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(() -> inTurn.change(ZONE, BATCH, LIMIT))
        .returns(Reason.NO_TIME, ZoneUnavailableException::reason);

    assertThat(zones.batches()).isEmpty();
    assertThat(clock.instant()).isBefore(START.plus(LIMIT));
  }

  @Test
  void givesItsTurnBackWhateverBecameOfTheBatch() {
    zones.failNext(new ZoneUnavailableException(Reason.UNKNOWN, "gone"));

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(() -> inTurn.change(ZONE, BATCH, LIMIT));

    assertThat(turns.take(ZONE, THEIRS, START)).isTrue();
  }

  @Test
  void takesNoTurnToRead() {
    turns.take(ZONE, THEIRS, START);

    inTurn.list(ZONE, Optional.empty(), LIMIT);

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void sendsAllTheSameWhereTurnsCannotBeTold() {
    Turns unavailable =
        new Turns() {
          @Override
          public boolean take(ZoneId zone, Lease turn, Instant now) {
            throw new StateUnavailableException("no");
          }

          @Override
          public void giveBack(ZoneId zone, Lease turn) {
            throw new StateUnavailableException("no");
          }
        };

    over(unavailable).change(ZONE, BATCH, LIMIT);

    assertThat(zones.batches()).hasSize(1);
  }
}
