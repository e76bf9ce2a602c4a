package io.github.dyn53.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs what takes its time in a thread of its own that is there only while there is work. */
final class OneAtATime implements Executor {

  private static final int MOST_WAITING = 100;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  @Override
  public synchronized void execute(Runnable work) {
    if (waiting.size() < MOST_WAITING) {
      waiting.add(work);
    }
    if (!running) {
      running = true;
      var thread = new Thread(this::work, "hooks");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void work() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting.poll();
    running = next != null;
    return next;
  }
}
