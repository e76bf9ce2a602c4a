package io.github.dyn53.simulation;

import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One of the many that take turns; its thread begins with its first turn. */
final class Actor implements Comparable<Actor> {

  /** Two that wake at the same moment go in the order in which they lay down. */
  private static final Comparator<Actor> ORDER =
      Comparator.comparingLong((Actor actor) -> actor.wakesAt).thenComparingLong(a -> a.ticket);

  private final String name;
  private final long diesAt;
  private final Thread thread;
  private long wakesAt;
  private long ticket;
  private boolean dead;
  private boolean started;
  private volatile boolean hasBaton;

  Actor(String name, long diesAt, Consumer<Actor> life) {
    this.name = name;
    this.diesAt = diesAt;
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> life.accept(this));
  }

  String name() {
    return name;
  }

  long wakesAt() {
    return wakesAt;
  }

  /** Lies down until a moment, at the longest until the one it dies at. */
  void sleepUntil(long moment, long number) {
    wakesAt = Math.min(moment, diesAt);
    ticket = number;
  }

  /** Gives this actor the baton; the giver touches nothing shared from here on. */
  void wake() {
    hasBaton = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
  }

  /** Waits for the baton. */
  void await() {
    while (!hasBaton) {
      LockSupport.park(this);
    }
  }

  /** Lets go of the baton, before another is given it. */
  void letGo() {
    hasBaton = false;
  }

  void kill() {
    dead = true;
  }

  /** Whether it is past its time; a dead actor stays dead. */
  boolean isDead() {
    return dead || wakesAt >= diesAt;
  }

  @Override
  public int compareTo(Actor other) {
    return ORDER.compare(this, other);
  }
}
