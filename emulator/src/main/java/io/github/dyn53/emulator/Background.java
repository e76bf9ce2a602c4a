package io.github.dyn53.emulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that takes its time to start, meanwhile other things can. */
final class Background<T> {

  private final CompletableFuture<T> result;

  private Background(CompletableFuture<T> result) {
    this.result = result;
  }

  static <T> Background<T> start(Supplier<T> work) {
    return new Background<>(
        CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task)));
  }

  /** Waits for the result, or throws what the work threw. */
  T await() {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Waits until the work has ended, so that nothing of it goes on behind whoever gives up, and lets
   * {@code undo} have its result. Work that failed has none; what it threw is for {@link #await}.
   */
  void end(Consumer<T> undo) {
    boolean done = result.handle((unused, failure) -> failure == null).join();
    if (done) {
      undo.accept(result.join());
    }
  }
}
