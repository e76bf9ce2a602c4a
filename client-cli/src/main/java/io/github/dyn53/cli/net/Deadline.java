package io.github.dyn53.cli.net;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When an exchange is given up, on a clock that nobody can set. */
public final class Deadline {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  /** So long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Whether there is no millisecond to go. */
  public boolean passed() {
    return left() <= 0;
  }

  /**
   * Milliseconds to go, one at least.
   *
   * @throws SocketTimeoutException where it has passed
   */
  public int millisLeft() throws SocketTimeoutException {
    long millis = left();
    if (millis <= 0) {
      throw new SocketTimeoutException("the time is over");
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }

  private long left() {
    return (nanos - System.nanoTime()) / NANOS_PER_MILLI;
  }
}
