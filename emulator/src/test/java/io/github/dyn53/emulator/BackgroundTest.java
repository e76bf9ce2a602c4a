package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  private final List<String> undone = new ArrayList<>();

  @Test
  void throwsWhatItsWorkThrew() {
    assertThat(Background.start(() -> "done").await()).isEqualTo("done");
    assertThatThrownBy(() -> Background.start(BackgroundTest::fail).await())
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The work ends only after somebody has begun to wait for it. */
  @Test
  void endsAfterItsWork() {
    Thread waiting = Thread.currentThread();
    var ended = new AtomicBoolean();
    Background<String> work =
        Background.start(() -> {
          while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          ended.set(true);
          return "done";
        });

    work.end(undone::add);

    assertThat(ended).isTrue();
    assertThat(undone).containsExactly("done");
  }

  /** Whoever gives up has a reason of its own, which is the one to be told. */
  @Test
  void hasNothingToUndoWhereItsWorkFailed() {
    Background.start(BackgroundTest::fail).end(undone::add);

    assertThat(undone).isEmpty();
  }

  private static String fail() {
    throw new IllegalArgumentException("told to fail");
  }
}
