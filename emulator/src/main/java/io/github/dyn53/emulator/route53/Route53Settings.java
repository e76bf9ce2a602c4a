package io.github.dyn53.emulator.route53;

import java.time.Duration;
import java.util.Optional;

/**
 * How the emulated service limits and delays.
 *
 * @param requests what an account may ask of all actions together; empty: nothing is throttled by
 *     requests, not even the single actions
 * @param changes what an account may change, an UPSERT counting twice; empty: as much as it likes
 * @param recordSetsPerZone how many record sets a zone may hold
 * @param inSyncAfter how long a change stays PENDING
 * @param busyFor how long a change keeps others off its zone with {@code PriorRequestNotComplete};
 *     zero for not at all
 * @param batchErrors how {@code InvalidChangeBatch} is written
 */
public record Route53Settings(
    Optional<Rate> requests,
    Optional<Rate> changes,
    int recordSetsPerZone,
    Duration inSyncAfter,
    Duration busyFor,
    BatchErrorForm batchErrors) {

  /**
   * What is known of the real service: 50 requests, 10 more each second, and 10,000 record sets;
   * but a change is in sync after two seconds, since nobody waits a minute for an emulator.
   */
  public static Route53Settings standard() {
    return new Route53Settings(
        Optional.of(new Rate(50, 10)),
        Optional.empty(),
        10_000,
        Duration.ofSeconds(2),
        Duration.ZERO,
        BatchErrorForm.ERROR_RESPONSE);
  }

  /** The same, but no request is throttled. */
  public Route53Settings withoutRequestRates() {
    return new Route53Settings(
        Optional.empty(), changes, recordSetsPerZone, inSyncAfter, busyFor, batchErrors);
  }

  /** The same with another limit on changes. */
  public Route53Settings withChanges(Rate rate) {
    return new Route53Settings(
        requests, Optional.of(rate), recordSetsPerZone, inSyncAfter, busyFor, batchErrors);
  }

  /** The same with another limit on record sets. */
  public Route53Settings withRecordSetsPerZone(int limit) {
    return new Route53Settings(requests, changes, limit, inSyncAfter, busyFor, batchErrors);
  }

  /** The same with another time from PENDING to INSYNC. */
  public Route53Settings withInSyncAfter(Duration delay) {
    return new Route53Settings(requests, changes, recordSetsPerZone, delay, busyFor, batchErrors);
  }

  /** The same with another time for which a change blocks its zone. */
  public Route53Settings withBusyFor(Duration time) {
    return new Route53Settings(
        requests, changes, recordSetsPerZone, inSyncAfter, time, batchErrors);
  }

  /** The same with another form of {@code InvalidChangeBatch}. */
  public Route53Settings withBatchErrors(BatchErrorForm form) {
    return new Route53Settings(requests, changes, recordSetsPerZone, inSyncAfter, busyFor, form);
  }
}
