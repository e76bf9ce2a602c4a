package io.github.dyn53.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void setsEachFigureBesidePythons() {
    var figures =
        List.of(
            new Figure("p50, ms", "Java", 1.5),
            new Figure("p50, ms", "Python", 6),
            new Figure("artifact, MiB", "Java", 10.04));

    assertThat(Report.of(figures))
        .isEqualTo(
            """
            | figure | handler | value | of Python's |
            |---|---|---|---|
            | p50, ms | Java | 1.50 | 0.25 |
            | p50, ms | Python | 6.00 | 1.00 |
            | artifact, MiB | Java | 10.0 |  |
            """);
  }
}
