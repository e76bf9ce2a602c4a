package io.github.dyn53.emulator.route53;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until a test moves it. */
final class HandMovedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-22T18:00:00.123456Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
