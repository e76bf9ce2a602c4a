package io.github.dyn53.cli.watch;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The real time, and a queue that listeners on other threads put signals into. */
public final class Signals implements Timeline {

  private static final int ENOUGH = 64;

  private final BlockingQueue<Signal> queue = new ArrayBlockingQueue<>(ENOUGH);

  /** Puts a signal in; one more of a flood is as good as dropped. */
  public void signal(Signal signal) {
    if (!queue.contains(signal)) {
      boolean unused = queue.offer(signal);
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Signal await(Duration atMost) {
    try {
      Signal signal = queue.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
      return signal == null ? Signal.TICK : signal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Signal.STOP;
    }
  }
}
