package io.github.dyn53.cli.watch;

import java.time.Duration;

/**
 * How often signals may have a source asked out of turn: eight times in a row, then once in a tenth
 * of its usual time. Somebody on the local network could send announcements all day.
 */
final class Allowance {

  private static final int BURST = 8;

  private final long refill;
  private double left = BURST;
  private long last;
  private boolean started;

  Allowance(Duration every) {
    this.refill = every.toNanos() / 10;
  }

  boolean take(long now) {
    if (refill == 0) {
      return true;
    }
    if (started) {
      left = Math.min(BURST, left + (double) (now - last) / refill);
    }
    started = true;
    last = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
