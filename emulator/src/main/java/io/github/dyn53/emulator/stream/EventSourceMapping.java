package io.github.dyn53.emulator.stream;

import java.util.List;

/**
 * How Lambda turns a stream into invocations; the components are called as the properties of {@code
 * AWS::Lambda::EventSourceMapping}. A retry without end ({@code -1}) is not to be had: an emulator
 * would seem to hang.
 *
 * @param startingPosition where a mapping without checkpoints begins
 * @param batchSize how many records an invocation takes at the most, 1 to 10,000
 * @param maximumBatchingWindowInSeconds how long a batch is gathered that is not full, 0 to 300
 * @param maximumRetryAttempts how often a batch is tried again, 0 to 10,000
 * @param maximumRecordAgeInSeconds from what age on records are given up, 60 to 604,800
 * @param bisectBatchOnFunctionError whether a batch that failed as a whole is halved
 * @param functionResponseTypes {@code ReportBatchItemFailures} where the function's answer counts
 * @param filterCriteria patterns, of which one has to match; none lets all records pass
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html">Parameters</a>
 */
public record EventSourceMapping(
    StartingPosition startingPosition,
    int batchSize,
    int maximumBatchingWindowInSeconds,
    int maximumRetryAttempts,
    int maximumRecordAgeInSeconds,
    boolean bisectBatchOnFunctionError,
    List<String> functionResponseTypes,
    List<String> filterCriteria) {

  /** Where reading begins. */
  public enum StartingPosition {
    /** With the oldest record that the stream still has. */
    TRIM_HORIZON,
    /** With the next record that is written. */
    LATEST
  }

  /** What lets Lambda look at {@code batchItemFailures}. */
  public static final String REPORT_BATCH_ITEM_FAILURES = "ReportBatchItemFailures";

  /** Hosts that come to be handed over to the publisher; an insert has no old image. */
  public static final String HANDED_OVER =
      """
      {"eventName":["INSERT","MODIFY"],"dynamodb":{\
      "NewImage":{"handedOver":{"S":[{"exists":true}]}},\
      "OldImage":{"handedOver":{"S":[{"exists":false}]}}}}\
      """;

  /** From the table of hosts to the publisher. */
  public static final EventSourceMapping HOSTS_TO_PUBLISHER =
      new EventSourceMapping(
          StartingPosition.TRIM_HORIZON,
          1_000,
          1,
          10,
          3_600,
          true,
          List.of(REPORT_BATCH_ITEM_FAILURES),
          List.of(HANDED_OVER));

  /** Checks each number against Lambda's limits. */
  public EventSourceMapping {
    within("batchSize", batchSize, 1, 10_000);
    within("maximumBatchingWindowInSeconds", maximumBatchingWindowInSeconds, 0, 300);
    within("maximumRetryAttempts", maximumRetryAttempts, 0, 10_000);
    within("maximumRecordAgeInSeconds", maximumRecordAgeInSeconds, 60, 604_800);
    functionResponseTypes = List.copyOf(functionResponseTypes);
    filterCriteria = List.copyOf(filterCriteria);
  }

  boolean reportsBatchItemFailures() {
    return functionResponseTypes.contains(REPORT_BATCH_ITEM_FAILURES);
  }

  private static void within(String property, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %d".formatted(property, least, most, value));
    }
  }
}
