package io.github.dyn53.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # durations, percent, milliseconds
          1,           50,      1
          9,           50,      5
          100,         50,      50
          100,         99,      99
          200,         99,      198
          """)
  void findsThePercentileOfShuffledDurations(int count, int percent, double milliseconds) {
    var durations = new Durations();
    // 7 has no factor in common with any of the counts, so each duration comes once.
    IntStream.range(0, count).forEach(i -> durations.add(Duration.ofMillis(i * 7 % count + 1)));

    assertThat(durations.percentile(percent)).isEqualTo(milliseconds);
  }
}
