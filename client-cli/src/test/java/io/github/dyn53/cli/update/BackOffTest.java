package io.github.dyn53.cli.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  private final Random random = new Random();

  @ParameterizedTest
  @CsvSource({
    "1,4,6",
    "2,8,12",
    "3,16,24",
    "9,1024,1536",
    "10,2048,3072",
    "11,3600,3600",
    "60,3600,3600",
    "2000000000,3600,3600"
  })
  void doublesUpToAnHour(int failures, long least, long most) {
    assertThat(BackOff.after(failures, Optional.empty(), random))
        .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }

  @RepeatedTest(20)
  void waitsNoLongerThanADayWhateverTheEndpointWishes() {
    assertThat(BackOff.after(1, Optional.of(Duration.ofHours(24)), random))
        .isEqualTo(Duration.ofHours(24));
  }

  @RepeatedTest(20)
  void neverComesBackBeforeTheEndpointWishes() {
    assertThat(BackOff.after(1, Optional.of(Duration.ofMinutes(10)), random))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
  }
}
