package io.github.dyn53.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Runs blocking code in virtual time. Its actors are plain methods on threads of their own, of
 * which one runs at a time: the one that holds the baton, until it {@linkplain #sleep sleeps} and
 * hands it to whoever wakes first. Nothing depends on how threads are scheduled, so the same actors
 * with the same sleeps make the same run.
 *
 * <p>An actor must not wait for another in any other way, a held lock included.
 */
public final class Simulation implements InstantSource {

  /** In real time: an actor that computes for so long without a sleep waits for another. */
  private static final long PATIENCE_SECONDS = 30;

  private static final long NEVER = Long.MAX_VALUE;

  private final Instant start;
  private final Log log;
  private final PriorityQueue<Actor> waiting = new PriorityQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Throwable> failures = new ArrayList<>();
  private Optional<Actor> running = Optional.empty();
  private long now;
  private final AtomicLong tickets = new AtomicLong();

  /**
   * A run that has not begun.
   *
   * @param start the time it begins at
   * @param log is told who goes on, and why
   */
  public Simulation(Instant start, Log log) {
    this.start = start;
    this.log = log;
  }

  /** The same, without a log. */
  public Simulation(Instant start) {
    this(start, Log.NONE);
  }

  /** Who is told who goes on. */
  @FunctionalInterface
  public interface Log {

    /** Nobody is told, and nothing put into words. */
    Log NONE = (time, actor, label) -> {};

    /**
     * An actor goes on.
     *
     * @param time since the run began
     */
    void add(Duration time, String actor, String label);
  }

  /** Virtual time. */
  @Override
  public Instant instant() {
    return start.plusNanos(now);
  }

  /** Lets an actor begin after {@code delay}. */
  public void start(String name, Duration delay, Runnable body) {
    start(new Actor(name, NEVER, actor -> live(actor, body)), delay);
  }

  /** Lets an actor begin after {@code delay} that is killed when its time is over. */
  public void start(String name, Duration delay, Duration lifetime, Runnable body) {
    long dies = now + delay.toNanos() + lifetime.toNanos();
    start(new Actor(name, dies, actor -> live(actor, body)), delay);
  }

  private void start(Actor actor, Duration delay) {
    actor.sleepUntil(now + delay.toNanos(), tickets.getAndIncrement());
    if (failures.isEmpty()) {
      waiting.add(actor);
    }
  }

  /**
   * Runs until every actor has come to its end.
   *
   * @throws IllegalStateException when an actor failed otherwise than by being killed, or does not
   *     come back
   */
  public void run() {
    if (waiting.isEmpty()) {
      return;
    }
    handOn();
    try {
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("an actor failed", failures.get(0));
    }
  }

  private void awaitEnd() throws InterruptedException {
    for (long seen = -1; !end.await(PATIENCE_SECONDS, TimeUnit.SECONDS); seen = tickets.get()) {
      if (seen == tickets.get()) {
        throw new IllegalStateException("an actor waits otherwise than by sleeping");
      }
    }
  }

  /**
   * Goes on after that time; others may go first.
   *
   * @param label for the log: what is waited for
   */
  public void sleep(String label, Duration time) {
    Actor self = self();
    if (!self.isDead()) {
      self.sleepUntil(now + time.toNanos(), tickets.getAndIncrement());
      waiting.add(self);
      self.letGo();
      handOn();
      self.await();
      log(self, label);
    }
    if (self.isDead()) {
      throw new Killed(self.name());
    }
  }

  /** Lets the log know of what the running actor does. */
  public void tell(Supplier<String> label) {
    if (!log.equals(Log.NONE)) {
      log(self(), label.get());
    }
  }

  /** Ends the actor that is running, as the end of its process would. */
  public void die() {
    Actor self = self();
    log(self, "is killed");
    self.kill();
    throw new Killed(self.name());
  }

  private void log(Actor actor, String label) {
    log.add(Duration.ofNanos(now), actor.name(), label);
  }

  private Actor self() {
    return running.orElseThrow(() -> new IllegalStateException("only an actor can wait"));
  }

  /** Gives the baton to whoever wakes first. */
  private void handOn() {
    Actor next = waiting.remove();
    now = next.wakesAt();
    running = Optional.of(next);
    next.wake();
  }

  private void live(Actor self, Runnable body) {
    try {
      if (!self.isDead()) {
        body.run();
      }
    } catch (Killed e) {
      // Dead, and nobody hears of it.
    } catch (Throwable e) {
      failures.add(e);
      waiting.forEach(Actor::kill);
    }
    self.letGo();
    running = Optional.empty();
    if (waiting.isEmpty()) {
      end.countDown();
    } else {
      handOn();
    }
  }
}
