package io.github.dyn53.emulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C and TERM end the program in order: asked to stop, it says when it has. */
final class StopSignal {

  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Makes the end of the process ask, and wait for a while until everything has stopped. */
  void followProcess() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ask();
                  awaitStopped();
                },
                "stop"));
  }

  /** Asks whoever is in {@link #awaitAsked} to stop. */
  void ask() {
    asked.countDown();
  }

  /** Waits until the program is to stop. */
  void awaitAsked() throws InterruptedException {
    asked.await();
  }

  /** Says that nothing runs any more. */
  void stopped() {
    stopped.countDown();
  }

  private void awaitStopped() {
    try {
      // After that the process ends all the same.
      boolean unused = stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
