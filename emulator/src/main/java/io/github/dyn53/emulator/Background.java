package io.github.dyn53.emulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
}
