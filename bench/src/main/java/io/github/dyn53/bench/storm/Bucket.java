package io.github.dyn53.bench.storm;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket as AWS counts requests: refilled all the time, and what finds too little fails.
 */
final class Bucket {

  private static final double NANOS = 1e9;

  private final double capacity;
  private final double perSecond;
  private double content;
  private Instant filled;

  /** A full bucket. */
  Bucket(double capacity, double perSecond, Instant now) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.content = capacity;
    this.filled = now;
  }

  /** Whether so much is in it at that time. */
  boolean holds(double amount, Instant now) {
    double seconds = Duration.between(filled, now).toNanos() / NANOS;
    content = Math.min(capacity, content + seconds * perSecond);
    filled = now;
    return content >= amount;
  }

  /** Takes so much out of it. */
  void take(double amount) {
    content -= amount;
  }
}
