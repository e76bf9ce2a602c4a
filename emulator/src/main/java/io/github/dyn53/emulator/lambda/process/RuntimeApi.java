package io.github.dyn53.emulator.lambda.process;

import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.loopback.LoopbackServer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Lambda's Runtime API for one process, which handles one event at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public final class RuntimeApi implements AutoCloseable {

  private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
  private final AtomicReference<Optional<Delivery>> current =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Function<String, Invocation.Failed>>> failure =
      new AtomicReference<>(Optional.empty());
  private final LoopbackServer server;

  /**
   * Starts it on a free port.
   *
   * @param restore what happens between a snapshot and its restore; only used under SnapStart
   */
  public RuntimeApi(Runnable restore) {
    this.server =
        LoopbackServer.start(0, new HttpConfiguration(), new RuntimeRoutes(this, restore));
  }

  /** What the variable {@code AWS_LAMBDA_RUNTIME_API} is to hold. */
  public String address() {
    return "127.0.0.1:" + server.port();
  }

  /** Lets the process have an event as soon as it asks for one. */
  public Delivery deliver(RuntimeEvent event) {
    var delivery = new Delivery(event);
    if (failure.get().isEmpty()) {
      waiting.add(delivery);
    }
    failure.get().ifPresent(delivery::fail);
    return delivery;
  }

  /**
   * Ends what waits for the process, now and later: it can't go on. The first reason counts.
   *
   * @param reason what to say of the event with that request id
   */
  void fail(Function<String, Invocation.Failed> reason) {
    failure.compareAndSet(Optional.empty(), Optional.of(reason));
    current.get().ifPresent(delivery -> delivery.fail(reason));
    waiting.forEach(delivery -> delivery.fail(reason));
  }

  /** Waits for an event and hands it to the process. */
  RuntimeEvent next() throws InterruptedException {
    Delivery next = waiting.take();
    current.set(Optional.of(next));
    next.take();
    // It may have failed when the event was no longer in one place and not yet in the other.
    failure.get().ifPresent(next::fail);
    return next.event();
  }

  /**
   * Takes what the process made of the event that it has.
   *
   * @return whether it has an event of that id
   */
  boolean reply(String requestId, Invocation invocation) {
    Optional<Delivery> answered =
        current.get().filter(delivery -> delivery.event().requestId().equals(requestId));
    answered.ifPresent(delivery -> delivery.end(invocation));
    return answered.isPresent();
  }

  /** Ends what a process waits for, so that it ends itself. */
  @Override
  public void close() {
    server.close();
  }
}
