package io.github.dyn53.cli.process;

import java.time.Duration;

/** Looks at processes that a test had started. */
public final class Processes {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Processes() {}

  /** Whether a process is gone, or goes soon: who is killed does not end at once. */
  public static boolean ends(long pid) throws InterruptedException {
    long begun = System.nanoTime();
    while (isAlive(pid)) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  /** One that ended and is not yet waited for is still listed, but without its command. */
  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).flatMap(it -> it.info().commandLine()).isPresent();
  }
}
