package io.github.dyn53;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class HandMovedClock implements InstantSource {

  private Instant now;

  public HandMovedClock(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the hands forward. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
