package io.github.dyn53.bench.storm;

import java.time.Duration;

/**
 * What a Route 53 account takes.
 *
 * @param requests capacity of the bucket of requests
 * @param requestsPerSecond its refill
 * @param changes capacity of the bucket of changes, where an UPSERT counts as two
 * @param changesPerSecond its refill
 * @param busy how long a zone takes no other change after one
 * @param latency from the caller to Route 53 and back
 */
record Route53Limits(
    double requests,
    double requestsPerSecond,
    double changes,
    double changesPerSecond,
    Duration busy,
    Duration latency) {

  /**
   * 50 + 10 a second, as AWS documents since 2026-07-30. It names no figures for changes, which are
   * assumed here: 1,000 a second, which is one full batch, with a burst of two. So is what an
   * UPSERT counts.
   */
  static final Route53Limits DOCUMENTED =
      new Route53Limits(50, 10, 2_000, 500, Duration.ofMillis(200), Duration.ofMillis(80));

  /** The shortest time in which so many hosts can be changed, each one record set. */
  Duration fastest(int hosts) {
    double perHost = 2;
    double seconds = (hosts * perHost - changes) / changesPerSecond;
    return Duration.ofMillis((long) (Math.max(0, seconds) * 1_000));
  }
}
