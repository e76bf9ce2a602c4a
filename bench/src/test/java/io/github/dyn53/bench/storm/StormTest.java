package io.github.dyn53.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Holds the core to the figures of {@code bench/storm}. */
class StormTest {

  private static final Storm SMALL = new Storm(500, Duration.ofSeconds(30));

  @Test
  void tenThousandHostsAreRightWithinSeconds() {
    assertThat(StormMain.ofTenThousand()).allMatch(Row::isMet);
  }

  @Test
  void hundredThousandHostsAreRightWithinSeconds() {
    assertThat(StormMain.ofHundredThousand()).allMatch(Row::isMet);
  }

  @Test
  void hundredThousandHostsAtOnceAreAsFastAsRoute53() {
    assertThat(StormMain.ofHundredThousandAtOnce()).allMatch(Row::isMet);
  }

  @Test
  void forecastsTheSameEachTime() {
    assertThat(Forecast.ofDyn53(SMALL, Route53Limits.DOCUMENTED))
        .isEqualTo(Forecast.ofDyn53(SMALL, Route53Limits.DOCUMENTED));
  }

  @Test
  void oneCallForEachChangeLeavesHostsWrongForLong() {
    Forecast forecast = Forecast.ofOneByOne(SMALL, Route53Limits.DOCUMENTED);

    assertThat(forecast.lost()).isZero();
    assertThat(forecast.errors()).isPositive();
    assertThat(forecast.last()).isGreaterThan(Duration.ofMinutes(4));
  }

  @Test
  void missedTargetIsToldOf() {
    Row row = Row.of("storm", "last", Duration.ofSeconds(5), Duration.ofMillis(5_001), "");

    assertThat(row.isMet()).isFalse();
    assertThat(row.markdown()).endsWith("| <= 5.0 s | 5.0 s |  | **missed** |\n");
  }
}
