package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What Lambda sends to the on-failure destination in place of records: where they are to be found.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Example
 *     invocation record</a>
 */
final class FailureDocument {

  /** Why records were given up. */
  enum Condition {
    RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String word;

    Condition(String word) {
      this.word = word;
    }
  }

  private final String functionArn;
  private final String streamArn;
  private final String shardId;

  FailureDocument(String functionArn, String streamArn, String shardId) {
    this.functionArn = functionArn;
    this.streamArn = RecordJson.arn(streamArn);
    this.shardId = shardId;
  }

  /**
   * The document, JSON.
   *
   * @param thrown whether the function's last try of the batch ended with an exception
   */
  String of(Attempt attempt, Condition condition, boolean thrown, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", functionArn)
        .put("condition", condition.word)
        .put("approximateInvokeCount", attempt.failures());
    ObjectNode response =
        json.putObject("responseContext").put("statusCode", 200).put("executedVersion", "$LATEST");
    if (thrown) {
      response.put("functionError", "Unhandled");
    }
    json.put("version", "1.0").put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    json.set("DDBStreamBatchInfo", batch(attempt));
    return json.toString();
  }

  private ObjectNode batch(Attempt attempt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("shardId", shardId)
        .put("startSequenceNumber", attempt.first().sequenceNumber())
        .put("endSequenceNumber", attempt.last().sequenceNumber())
        .put("approximateArrivalOfFirstRecord", second(attempt.first()))
        .put("approximateArrivalOfLastRecord", second(attempt.last()))
        .put("batchSize", attempt.records().size())
        .put("streamArn", streamArn);
  }

  private static String second(StreamRecord written) {
    return written.written().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
