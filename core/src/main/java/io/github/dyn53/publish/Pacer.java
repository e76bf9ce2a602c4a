package io.github.dyn53.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps to two rates of Route 53, which limits an account by its requests and by the changes in
 * them. Safe for use by several threads.
 */
public final class Pacer {

  private final Bucket requests;
  private final Bucket changes;
  private final InstantSource clock;

  /** Starts with full buckets. */
  public Pacer(Rate requests, Rate changes, InstantSource clock) {
    this.requests = new Bucket(requests, clock.instant());
    this.changes = new Bucket(changes, clock.instant());
    this.clock = clock;
  }

  /**
   * A rate with a reserve.
   *
   * @param perSecond how much is refilled in a second
   * @param burst how much may be used at once after a pause
   */
  public record Rate(double perSecond, double burst) {

    public Rate {
      if (!(perSecond > 0 && burst > 0)) {
        throw new IllegalArgumentException("a rate must be positive");
      }
    }
  }

  /**
   * Reserves one request, unless its turn comes too late: whoever can't wait for it leaves the
   * rates to the others, or a container would get further behind with each request that it never
   * made.
   *
   * @param recordChanges how many changes it holds; one that replaces counts as two
   * @param most before so much time is over it has to be made
   * @return how long to wait before it is made; nothing where nothing was reserved
   */
  public synchronized Optional<Duration> reserve(int recordChanges, Duration most) {
    Instant now = clock.instant();
    Duration forRequest = requests.untilHolds(1, now);
    Duration forChanges = changes.untilHolds(recordChanges, now);
    Duration turn = forRequest.compareTo(forChanges) > 0 ? forRequest : forChanges;
    if (turn.compareTo(most) >= 0) {
      return Optional.empty();
    }
    requests.take(1);
    changes.take(recordChanges);
    return Optional.of(turn);
  }

  /** Refills all the time; what is taken beyond its content is a debt that has to be waited for. */
  private static final class Bucket {

    private static final double NANOS = 1e9;

    private final Rate rate;
    private double content;
    private Instant filled;

    Bucket(Rate rate, Instant now) {
      this.rate = rate;
      this.content = rate.burst();
      this.filled = now;
    }

    /** How long to wait for that much. */
    Duration untilHolds(double amount, Instant now) {
      double seconds = Math.max(0, Duration.between(filled, now).toNanos() / NANOS);
      content = Math.min(rate.burst(), content + seconds * rate.perSecond());
      filled = now;
      double missing = amount - content;
      return missing <= 0
          ? Duration.ZERO
          : Duration.ofNanos((long) (missing / rate.perSecond() * NANOS));
    }

    void take(double amount) {
      content -= amount;
    }
  }
}
