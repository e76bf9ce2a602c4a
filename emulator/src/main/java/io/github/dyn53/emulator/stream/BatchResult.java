package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.Invocation;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a function made of a batch.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">Partial
 *     batch responses</a>
 */
sealed interface BatchResult {

  /** Every record is dealt with. */
  record Done() implements BatchResult {}

  /**
   * No record counts as dealt with.
   *
   * @param thrown whether the function threw or ran out of time
   */
  record Failed(boolean thrown) implements BatchResult {}

  /** The records before this one are dealt with. */
  record FailedFrom(int index) implements BatchResult {}

  /** Reads the answer of a function whose batch failures count. */
  static BatchResult reported(Invocation invocation, List<StreamRecord> batch) {
    return switch (invocation) {
      case Invocation.Failed ignored -> new Failed(true);
      case Invocation.Returned(String payload) -> Answer.read(payload, batch);
    };
  }

  /** For a function whose answer does not matter. */
  static BatchResult thrown(Invocation invocation) {
    return switch (invocation) {
      case Invocation.Failed ignored -> new Failed(true);
      case Invocation.Returned ignored -> new Done();
    };
  }

  /** The field {@code batchItemFailures} of an answer. */
  final class Answer {

    private static final JsonMapper JSON = new JsonMapper();

    private Answer() {}

    private static BatchResult read(String payload, List<StreamRecord> batch) {
      JsonNode answer;
      try {
        answer = JSON.readTree(payload);
      } catch (JsonProcessingException e) {
        return new Failed(false);
      }
      JsonNode failures = answer.path("batchItemFailures");
      if (failures.isMissingNode() || failures.isNull() || isEmptyArray(failures)) {
        return new Done();
      }
      return failures.isArray() ? lowest(failures, batch) : new Failed(false);
    }

    private static boolean isEmptyArray(JsonNode failures) {
      return failures.isArray() && failures.isEmpty();
    }

    private static BatchResult lowest(JsonNode failures, List<StreamRecord> batch) {
      int lowest = batch.size();
      for (JsonNode failure : failures) {
        OptionalInt index = index(failure.path("itemIdentifier"), batch);
        if (index.isEmpty()) {
          return new Failed(false);
        }
        lowest = Math.min(lowest, index.getAsInt());
      }
      return new FailedFrom(lowest);
    }

    private static OptionalInt index(JsonNode identifier, List<StreamRecord> batch) {
      for (int i = 0; i < batch.size(); i++) {
        if (identifier.isTextual() && identifier.asText().equals(batch.get(i).sequenceNumber())) {
          return OptionalInt.of(i);
        }
      }
      return OptionalInt.empty();
    }
  }
}
