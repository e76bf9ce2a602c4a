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

  @Test
  void letsBurstThroughAndSpreadsTheRest() {
    assertThat(pacer.reserve(0)).isZero();
    assertThat(pacer.reserve(0)).isZero();
    assertThat(pacer.reserve(0)).isEqualTo(Duration.ofMillis(200));
    assertThat(pacer.reserve(0)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void refillsInTheMeantime() {
    pacer.reserve(0);
    pacer.reserve(0);
    clock.advance(Duration.ofMillis(200));

    assertThat(pacer.reserve(0)).isZero();
    assertThat(pacer.reserve(0)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void savesNoMoreThanTheBurst() {
    clock.advance(Duration.ofHours(1));

    pacer.reserve(0);
    pacer.reserve(0);
    assertThat(pacer.reserve(0)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void waitsForTheChangesWhereTheyAreScarcer() {
    assertThat(pacer.reserve(200)).isZero();
    assertThat(pacer.reserve(50)).isEqualTo(Duration.ofMillis(500));
  }

  /** A batch larger than the burst has to be possible at all. */
  @Test
  void lendsMoreChangesThanTheBurst() {
    assertThat(pacer.reserve(1_200)).isEqualTo(Duration.ofSeconds(10));

    clock.advance(Duration.ofSeconds(10));
    assertThat(pacer.reserve(100)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void keepsToTheRateOverTime() {
    Duration waited = Duration.ZERO;
    for (int request = 0; request < 52; request++) {
      Duration pause = pacer.reserve(1);
      clock.advance(pause);
      waited = waited.plus(pause);
    }

    assertThat(waited).isBetween(Duration.ofMillis(9_999), Duration.ofMillis(10_001));
  }

  @Test
  void standsAClockThatIsPutBack() {
    clock.advance(Duration.ofSeconds(-5));

    assertThat(pacer.reserve(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1", "NaN, 1", "1, NaN"})
  void refusesRateThatLetsNothingThrough(double perSecond, double burst) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(perSecond, burst));
  }
}
