package io.github.dyn53.emulator.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Starts threads and tells them to stop, which wakes them where they wait. They are interrupted
 * only while they invoke a function: DynamoDB Local is not made for it.
 */
final class Stopping {

  private static final System.Logger LOG = System.getLogger(Stopping.class.getName());

  /** How long to wait for a thread that is to stop; it keeps no process alive. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final Set<Thread> interruptible = new HashSet<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  void start(String name, Runnable work) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(work));
  }

  synchronized void ask() {
    asked.countDown();
    interruptible.forEach(Thread::interrupt);
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits for all threads, but not for ever. */
  void awaitEnd() {
    threads.forEach(Stopping::join);
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(PATIENCE)) {
        LOG.log(System.Logger.Level.WARNING, "{0} has not stopped", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for this time, or until it is time to stop. */
  void pause(Duration time) {
    try {
      asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      // Whoever else interrupts this thread wants it to end as well.
      ask();
    }
  }

  /** Does what may be interrupted; empty if it was time to stop before it was done. */
  <T> Optional<T> unlessAsked(Supplier<T> work) {
    begin();
    try {
      return isAsked() ? Optional.empty() : Optional.of(work.get()).filter(result -> !isAsked());
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    interruptible.add(Thread.currentThread());
  }

  /** From here on no interrupt can come; one that came is forgotten. */
  private synchronized void end() {
    interruptible.remove(Thread.currentThread());
    Thread.interrupted();
  }
}
