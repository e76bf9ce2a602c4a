package io.github.dyn53.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * No acknowledged update of a storm through the real functions is lost; {@code -Ddyn53.live} says
 * of how many hosts, and the table is printed, though a busy machine spoils its times.
 */
class LiveStormTest {

  /** More than Route 53's burst: most go by way of the stream. */
  private static final int HOSTS = Integer.getInteger("dyn53.live", 200);

  @Test
  void losesNoAcknowledgedUpdate() throws Exception {
    Figures figures = LiveStorm.run(HOSTS);

    System.out.print(figures.table());
    assertThat(figures.words()).isEqualTo(Map.of("good", HOSTS));
    assertThat(figures.published()).isEqualTo(HOSTS);
  }
}
