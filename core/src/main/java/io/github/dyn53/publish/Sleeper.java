package io.github.dyn53.publish;

import java.time.Duration;

/** Waits; time stands still only in tests and simulations. */
@FunctionalInterface
public interface Sleeper {

  /** Waits for that long, or for less where the thread is interrupted. */
  void sleep(Duration duration);

  /** Waits on the machine's own clock. */
  static Sleeper system() {
    return duration -> {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
