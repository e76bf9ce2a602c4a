package io.github.dyn53.cli.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells when this machine's addresses or default routes change, and when it woke up. On Linux the
 * kernel tells it through {@code ip monitor}, which costs nothing while nothing happens; elsewhere
 * the state is compared every few seconds.
 */
public final class LinkWatch implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(5);

  private final Snapshots snapshots;
  private final Listener listener;
  private final Clocks clocks;
  private final Optional<IpMonitor> monitor;
  private final long tickMillis;
  private final CountDownLatch closed = new CountDownLatch(1);
  private String last;

  /** What happened. */
  public enum Event {
    /** An address, a default route or the state of an interface is another one. */
    CHANGED,
    /** The machine slept, or its clock was set. */
    WOKE_UP
  }

  /** Hears what happens, on a thread of ours; returns soon. */
  @FunctionalInterface
  public interface Listener {
    void happened(Event event);
  }

  /** Shows the state of the links as text that differs when they do. */
  @FunctionalInterface
  interface Snapshots {
    String take();
  }

  LinkWatch(
      Snapshots snapshots,
      Optional<IpMonitor> monitor,
      Clocks clocks,
      Duration tick,
      Listener listener) {
    this.snapshots = snapshots;
    this.monitor = monitor;
    this.clocks = clocks;
    this.tickMillis = tick.toMillis();
    this.listener = listener;
    this.last = snapshots.take();
  }

  /** Watches until closed. */
  public static LinkWatch start(InstantSource clock, Listener listener) {
    return new LinkWatch(
            LinkState::now, IpMonitor.ofSystem(), new Clocks(clock, TICK), TICK, listener)
        .started();
  }

  LinkWatch started() {
    if (monitor.isPresent()) {
      thread("link monitor", () -> monitor.get().run(this::check));
    }
    thread("link tick", this::tick);
    return this;
  }

  private static void thread(String name, Runnable work) {
    var thread = new Thread(null, work, name, 128 * 1024);
    thread.setDaemon(true);
    thread.start();
  }

  private void tick() {
    while (pause()) {
      if (clocks.jumped()) {
        listener.happened(Event.WOKE_UP);
      }
      if (monitor.isEmpty() || !monitor.get().isRunning()) {
        check();
      }
    }
  }

  private boolean pause() {
    try {
      return !closed.await(tickMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void check() {
    if (differs()) {
      listener.happened(Event.CHANGED);
    }
  }

  private synchronized boolean differs() {
    String now = snapshots.take();
    boolean different = closed.getCount() > 0 && !now.equals(last);
    last = now;
    return different;
  }

  @Override
  public void close() {
    closed.countDown();
    if (monitor.isPresent()) {
      monitor.get().close();
    }
  }
}
