package io.github.dyn53.cli.watch;

import java.time.Duration;

/** Port: time as it passes, which no setting of a clock disturbs, and what happens in it. */
public interface Timeline {

  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits for the next signal, or {@link Signal#TICK} once the time is over. */
  Signal await(Duration atMost);
}
