package io.github.dyn53.emulator.lambda.process;

import io.github.dyn53.emulator.lambda.Invocation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** An event on its way to a process, and the reply on its way back. */
public final class Delivery {

  private final RuntimeEvent event;
  private final CompletableFuture<Long> taken = new CompletableFuture<>();
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  Delivery(RuntimeEvent event) {
    this.event = event;
  }

  /**
   * What came back.
   *
   * @param invocation what the process replied, or how it failed
   * @param taken from the moment the process took the event to this one
   * @param at when it came, as of {@link System#nanoTime}
   */
  public record Reply(Invocation invocation, Duration taken, long at) {}

  /**
   * Waits until the process has taken the event, or failed.
   *
   * @throws TimeoutException if it does neither
   */
  void awaitTaken(Duration patience) throws InterruptedException, TimeoutException {
    await(CompletableFuture.anyOf(taken, reply), patience);
  }

  /**
   * Waits for what comes back.
   *
   * @throws TimeoutException if nothing does
   */
  public Reply awaitReply(Duration patience) throws InterruptedException, TimeoutException {
    return await(reply, patience);
  }

  private static <T> T await(CompletableFuture<T> future, Duration patience)
      throws InterruptedException, TimeoutException {
    try {
      return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("neither future is ever failed", e);
    }
  }

  /** Whether a process has the event, or had it. */
  boolean isTaken() {
    return taken.isDone();
  }

  RuntimeEvent event() {
    return event;
  }

  void take() {
    taken.complete(System.nanoTime());
  }

  /** Ends it; whatever comes later does not count. */
  void end(Invocation invocation) {
    long now = System.nanoTime();
    reply.complete(new Reply(invocation, Duration.ofNanos(now - taken.getNow(now)), now));
  }

  /** Ends it with what is to be said of its request id. */
  void fail(Function<String, Invocation.Failed> reason) {
    end(reason.apply(event.requestId()));
  }
}
