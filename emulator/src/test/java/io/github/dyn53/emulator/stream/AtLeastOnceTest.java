package io.github.dyn53.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.lambda.Invocation;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtLeastOnceTest {

  private static final byte[] EVENT = {'{', '}'};

  private final AtomicInteger calls = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({"0, 1", "100, 2"})
  void answersWhatCameOfTheLastTime(int percent, String answer) {
    var twice = new AtLeastOnce(this::count, percent, new SplittableRandom(53));

    assertThat(twice.apply(EVENT)).isEqualTo(new Invocation.Returned(answer));
    assertThat(calls).hasValue(Integer.parseInt(answer));
  }

  @Test
  void repeatsShareOfEvents() {
    var some = new AtLeastOnce(this::count, 10, new SplittableRandom(53));

    for (int event = 0; event < 1_000; event++) {
      assertThat(some.apply(EVENT)).isNotNull();
    }

    assertThat(calls).hasValueBetween(1_050, 1_150);
  }

  private Invocation count(byte[] event) {
    assertThat(event).isEqualTo(EVENT);
    return new Invocation.Returned(String.valueOf(calls.incrementAndGet()));
  }
}
