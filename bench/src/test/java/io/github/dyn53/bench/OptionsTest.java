package io.github.dyn53.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dyn53.bench.Options.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void measuresEverythingByDefault() {
    assertThat(Options.parse(List.of()))
        .isEqualTo(new Options(List.of(Part.COLD, Part.RESTORE, Part.WARM), 9, 1_000));
  }

  @Test
  void measuresLessWhenToldSo() {
    assertThat(Options.parse(List.of("warm", "--quick")))
        .isEqualTo(new Options(List.of(Part.WARM), 3, 200));
  }

  @Test
  void refusesAnotherWord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("hot")))
        .withMessage("usage: bench/run [--quick] [cold | restore | warm]...");
  }
}
