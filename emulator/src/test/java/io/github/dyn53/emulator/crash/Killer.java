package io.github.dyn53.emulator.crash;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills processes of one function at random moments, though never again before the function has
 * done something: else there would be nothing to kill but functions that are starting.
 */
final class Killer implements AutoCloseable {

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  private final String handler;
  private final SplittableRandom random;
  private final Semaphore progress = new Semaphore(0);
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread;

  /**
   * Starts killing.
   *
   * @param handler what the command line of a victim has
   */
  Killer(String handler, SplittableRandom random) {
    this.handler = handler;
    this.random = random;
    this.thread = Thread.ofPlatform().name("killer").start(this::kill);
  }

  /** Says that the function has done something. */
  void progress() {
    progress.release();
  }

  /** How many processes it has killed so far. */
  int kills() {
    return kills.get();
  }

  private void kill() {
    while (!closed.get()) {
      progress.drainPermits();
      progress.acquireUninterruptibly();
      LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE.toNanos()));
      List<ProcessHandle> victims =
          ProcessHandle.current().children().filter(this::isVictim).toList();
      if (!victims.isEmpty() && victims.get(random.nextInt(victims.size())).destroyForcibly()) {
        kills.incrementAndGet();
      }
    }
  }

  private boolean isVictim(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(handler)).isPresent();
  }

  /** Stops killing. */
  @Override
  public void close() {
    closed.set(true);
    progress.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
