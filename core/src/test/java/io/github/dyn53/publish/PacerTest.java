package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.publish.Pacer.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacerTest {

  private final HandMovedClock clock = new HandMovedClock(START);
  private final Pacer pacer = new Pacer(new Rate(5, 2), new Rate(100, 200), clock);

  private Duration reserve(int recordChanges) {
    return pacer.reserve(recordChanges, Duration.ofHours(1)).orElseThrow();
  }

  @Test
  void letsBurstThroughAndSpreadsTheRest() {
    assertThat(reserve(0)).isZero();
    assertThat(reserve(0)).isZero();
    assertThat(reserve(0)).isEqualTo(Duration.ofMillis(200));
    assertThat(reserve(0)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void refillsInTheMeantime() {
    reserve(0);
    reserve(0);
    clock.advance(Duration.ofMillis(200));

    assertThat(reserve(0)).isZero();
    assertThat(reserve(0)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void savesNoMoreThanTheBurst() {
    clock.advance(Duration.ofHours(1));

    reserve(0);
    reserve(0);
    assertThat(reserve(0)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void waitsForTheChangesWhereTheyAreScarcer() {
    assertThat(reserve(200)).isZero();
    assertThat(reserve(50)).isEqualTo(Duration.ofMillis(500));
  }

  /** A batch larger than the burst has to be possible at all. */
  @Test
  void lendsMoreChangesThanTheBurst() {
    assertThat(reserve(1_200)).isEqualTo(Duration.ofSeconds(10));

    clock.advance(Duration.ofSeconds(10));
    assertThat(reserve(100)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void keepsToTheRateOverTime() {
    Duration waited = Duration.ZERO;
    for (int request = 0; request < 52; request++) {
      Duration pause = reserve(1);
      clock.advance(pause);
      waited = waited.plus(pause);
    }

    assertThat(waited).isBetween(Duration.ofMillis(9_999), Duration.ofMillis(10_001));
  }

  /** Neither of the request nor of its changes. */
  @Test
  void takesNothingWhereTheTurnWouldComeTooLate() {
    for (int request = 0; request < 100; request++) {
      assertThat(pacer.reserve(1_200, Duration.ofSeconds(10))).isEmpty();
    }

    assertThat(reserve(200)).isZero();
    assertThat(reserve(0)).isZero();
    assertThat(pacer.reserve(0, Duration.ofMillis(200))).isEmpty();
    assertThat(pacer.reserve(0, Duration.ofMillis(201))).contains(Duration.ofMillis(200));
  }

  @Test
  void standsAClockThatIsPutBack() {
    clock.advance(Duration.ofSeconds(-5));

    assertThat(reserve(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1", "NaN, 1", "1, NaN"})
  void refusesRateThatLetsNothingThrough(double perSecond, double burst) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(perSecond, burst));
  }
}
