package io.github.dyn53.cli.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Notices that the machine slept: the clock on the wall went on while the other one stood (Linux,
 * macOS), or both went on and a tick came far too late (Windows).
 */
final class Clocks {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long TOLERANCE_MILLIS = 5_000;

  private final InstantSource wall;
  private final LongSupplier nanos;
  private final long late;
  private long lastWall;
  private long lastNanos;

  Clocks(InstantSource wall, Duration tick) {
    this(wall, System::nanoTime, tick);
  }

  Clocks(InstantSource wall, LongSupplier nanos, Duration tick) {
    this.wall = wall;
    this.nanos = nanos;
    this.late = tick.toMillis() + 6 * TOLERANCE_MILLIS;
    this.lastWall = wall.millis();
    this.lastNanos = nanos.getAsLong();
  }

  /** Whether something was odd since the last call. */
  boolean jumped() {
    long nowWall = wall.millis();
    long nowNanos = nanos.getAsLong();
    long wallMillis = nowWall - lastWall;
    long steadyMillis = (nowNanos - lastNanos) / NANOS_PER_MILLI;
    lastWall = nowWall;
    lastNanos = nowNanos;
    return Math.abs(wallMillis - steadyMillis) > TOLERANCE_MILLIS || steadyMillis > late;
  }
}
