package io.github.dyn53.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link Storms} keeps to. All storms noted here are long over, so
 * that they disturb nobody who shares the note.
 */
public abstract class StormsContract {

  private static final Instant END = Instant.parse("2020-11-22T10:15:30.123456Z");

  /** The note under test; the same one at each call. */
  protected abstract Storms storms();

  @Test
  void tellsWhenTheStormEnds() {
    storms().declare(END);

    assertThat(storms().until()).contains(END);
  }

  @Test
  void tellsOfTheLastStormThatWasNoted() {
    storms().declare(END);
    storms().declare(END.plusSeconds(60));
    assertThat(storms().until()).contains(END.plusSeconds(60));

    storms().declare(END.minusSeconds(60));
    assertThat(storms().until()).contains(END.minusSeconds(60));
  }
}
