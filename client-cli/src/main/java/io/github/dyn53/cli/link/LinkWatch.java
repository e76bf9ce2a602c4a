package io.github.dyn53.cli.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells when this machine's addresses or default routes change, and when it woke up. On Linux the
 * kernel tells it through {@code ip monitor}, which costs nothing while nothing happens; elsewhere
 * the state is compared every few seconds.
 */
public final class LinkWatch implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(5);

  /** How many ticks pass between looks at the clocks while the monitor tells of all the rest. */
  private static final int TICKS_MONITORED = 12;

  private final Snapshots snapshots;
  private final Listener listener;
  private final Clocks clocks;
  private final Optional<IpMonitor> monitor;
  private final long tickMillis;
  private volatile boolean closed;
  private @Nullable Thread ticking;
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
    Optional<IpMonitor> monitor = IpMonitor.ofSystem();
    Duration longest = monitor.isPresent() ? TICK.multipliedBy(TICKS_MONITORED) : TICK;
    return new LinkWatch(LinkState::now, monitor, new Clocks(clock, longest), TICK, listener)
        .started();
  }

  LinkWatch started() {
    Thread ticks = thread("link tick", this::tick);
    ticking = ticks;
    if (monitor.isPresent()) {
      thread(
          "link monitor",
          () -> {
            monitor.get().run(this::check);
            LockSupport.unpark(ticks);
          });
    }
    return this;
  }

  private static Thread thread(String name, Runnable work) {
    var thread = new Thread(null, work, name, 128 * 1024);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void tick() {
    while (!closed) {
      pause();
      if (clocks.jumped() && !closed) {
        listener.happened(Event.WOKE_UP);
      }
      if (!isMonitored()) {
        check();
      }
    }
  }

  private boolean isMonitored() {
    return monitor.isPresent() && monitor.get().isRunning();
  }

  /**
   * Until a time of the clock on the wall, which goes on while the machine sleeps: it has passed
   * when the machine wakes up, so that this thread is there at once.
   */
  private void pause() {
    long millis = isMonitored() ? TICKS_MONITORED * tickMillis : tickMillis;
    LockSupport.parkUntil(this, System.currentTimeMillis() + millis);
  }

  private void check() {
    if (differs()) {
      listener.happened(Event.CHANGED);
    }
  }

  private synchronized boolean differs() {
    String now = snapshots.take();
    boolean different = !closed && !now.equals(last);
    last = now;
    return different;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(ticking);
    if (monitor.isPresent()) {
      monitor.get().close();
    }
  }
}
