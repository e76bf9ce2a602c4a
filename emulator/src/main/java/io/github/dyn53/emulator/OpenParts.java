package io.github.dyn53.emulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started so far, to be stopped in reverse order. */
final class OpenParts implements AutoCloseable {

  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Remembers how to stop {@code part}, and returns it. */
  <T> T add(T part, Runnable closing) {
    closings.push(closing);
    return part;
  }

  @Override
  public void close() {
    while (!closings.isEmpty()) {
      closings.pop().run();
    }
  }
}
