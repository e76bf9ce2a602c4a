package io.github.dyn53.cli;

import io.github.dyn53.cli.log.Log;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs what takes its time in a thread of its own that is there only while there is work. */
final class OneAtATime implements Executor {

  private static final int MOST_WAITING = 100;

  private final Log log;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  OneAtATime(Log log) {
    this.log = log;
  }

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

  @SuppressWarnings(
      "CatchingUnchecked") // the outermost line of a thread: the next hook is not to blame
  private void work() {
    for (Runnable next = next(); next != null; next = next()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        log.warn("a hook failed by a mistake in dyn53, please report it: " + e);
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting.poll();
    running = next != null;
    return next;
  }
}
