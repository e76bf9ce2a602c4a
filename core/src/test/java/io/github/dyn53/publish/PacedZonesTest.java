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
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.publish.Pacer.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PacedZonesTest {

  private static final RecordKey HOME =
      new RecordKey(new DnsName("home.example.com"), RecordType.A);
  private static final List<RecordChange> BATCH =
      List.of(new Upsert(new RecordSet(HOME, 60, List.of("9.1.2.3"))));
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HandMovedClock clock = new HandMovedClock(START);
  private final ScriptedZones zones = new ScriptedZones();
  private final List<Duration> pauses = new ArrayList<>();
  private final PacedZones paced =
      new PacedZones(zones, new Pacer(new Rate(1, 3), new Rate(2, 4), clock), this::sleep, clock);

  private void sleep(Duration pause) {
    pauses.add(pause);
    clock.advance(pause);
  }

  @Test
  void asksAtOnceWithinTheBurst() {
    paced.find(ZONE, HOME, LIMIT);
    paced.list(ZONE, Optional.empty(), LIMIT);
    paced.change(ZONE, BATCH, LIMIT);

    assertThat(pauses).isEmpty();
    assertThat(zones.timeLimits()).containsOnly(LIMIT).hasSize(3);
  }

  @Test
  void waitsForItsTurnAndHasLessTimeThen() {
    for (int request = 0; request < 4; request++) {
      paced.find(ZONE, HOME, LIMIT);
    }

    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    assertThat(zones.timeLimits().getLast()).isEqualTo(Duration.ofSeconds(9));
  }

  /** An upsert counts twice: two of them empty the bucket of four. */
  @Test
  void waitsForTheChangesOfItsBatches() {
    for (int request = 0; request < 3; request++) {
      paced.change(ZONE, BATCH, LIMIT);
    }

    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "BUSY"})
  void asksAgainAfterLongerAndLongerPauses(Reason reason) {
    zones.failNext(new ZoneUnavailableException(reason, "first"));
    zones.failNext(new ZoneUnavailableException(reason, "second"));

    paced.change(ZONE, BATCH, LIMIT);

    assertThat(zones.batches()).hasSize(3);
    assertThat(pauses).startsWith(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void givesUpBeforeTheTimeIsOver() {
    for (int request = 0; request < 20; request++) {
      zones.failNext(new ZoneUnavailableException(Reason.THROTTLED, "throttled"));
    }

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(() -> paced.change(ZONE, BATCH, LIMIT))
        .returns(Reason.THROTTLED, ZoneUnavailableException::reason);

    assertThat(clock.instant()).isBefore(START.plus(LIMIT));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
    assertThat(zones.timeLimits()).allMatch(Duration::isPositive);
  }

  /** What may have been applied is for the caller to judge. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"THROTTLED", "BUSY"})
  void doesNotAskAgainWhereTheAnswerIsUnknown(Reason reason) {
    zones.failNext(new ZoneUnavailableException(reason, "gone"));

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(() -> paced.change(ZONE, BATCH, LIMIT))
        .withMessage("gone");
    assertThat(zones.batches()).hasSize(1);
  }

  @Test
  void passesRefusalsOn() {
    zones.failNext(new ZoneRefusedException(Scope.ZONE, "no such zone"));

    assertThatExceptionOfType(ZoneRefusedException.class)
        .isThrownBy(() -> paced.list(ZONE, Optional.empty(), LIMIT));
    assertThat(zones.timeLimits()).hasSize(1);
  }

  @Test
  void doesNotAskWhereItsTurnComesTooLate() {
    for (int request = 0; request < 3; request++) {
      paced.find(ZONE, HOME, LIMIT);
    }

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(() -> paced.find(ZONE, HOME, Duration.ofMillis(500)))
        .returns(Reason.NO_TIME, ZoneUnavailableException::reason);
    assertThat(zones.timeLimits()).hasSize(3);
    assertThat(pauses).isEmpty();
  }
}
