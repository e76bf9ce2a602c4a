package io.github.dyn53.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What has been started, to be closed in the opposite order. */
final class Parts implements AutoCloseable {

  private final Deque<Runnable> closers = new ArrayDeque<>();

  /** Adds what is running already. */
  <P extends AutoCloseable> P add(P part) {
    closers.push(() -> close(part));
    return part;
  }

  /** Starts a part in the background; it is closed even if nobody came to use it. */
  <P extends AutoCloseable> CompletableFuture<P> opening(Supplier<P> start) {
    CompletableFuture<P> part = CompletableFuture.supplyAsync(start);
    closers.push(() -> closeIfStarted(part));
    return part;
  }

  private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> part) {
    try {
      close(part.join());
    } catch (CompletionException e) {
      // It never started, which whoever waited for it was told.
    }
  }

  /** Waits for what was started in the background and passes its failure on as it was. */
  static <T> T await(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) { // whatever it is, the other parts must be closed too
      throw new IllegalStateException("could not stop " + part, e);
    }
  }

  @Override
  public void close() {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }
}
