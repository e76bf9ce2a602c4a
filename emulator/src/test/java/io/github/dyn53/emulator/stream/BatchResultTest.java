package io.github.dyn53.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.dyn53.emulator.lambda.Invocation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers mean what, after Lambda's documentation of partial batch responses. */
class BatchResultTest {

  private static final List<StreamRecord> BATCH =
      Stream.of("100", "200", "300")
          .map(number ->
              new StreamRecord(number, Instant.EPOCH, JsonNodeFactory.instance.objectNode()))
          .toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[]}",
        "{\"batchItemFailures\":null}",
        "{}",
        "null",
        "",
        "\"\""
      })
  void takesBatchForDone(String answer) {
    assertThat(result(answer)).isEqualTo(new BatchResult.Done());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":200}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"201\"}]}",
        "{\"batchItemFailures\":[{\"id\":\"200\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"200\"},{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[7]}",
        "{\"batchItemFailures\":\"200\"}",
        "{\"batchItemFailures\":",
      })
  void takesBatchForFailed(String answer) {
    assertThat(result(answer)).isEqualTo(new BatchResult.Failed(false));
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "200, 1", "300, 2", "300 200, 1", "200 300, 1"})
  void findsLowestRecord(String numbers, int index) {
    String failures =
        Stream.of(numbers.split(" "))
            .map("{\"itemIdentifier\":\"%s\"}"::formatted)
            .toList()
            .toString();

    assertThat(result("{\"batchItemFailures\":%s}".formatted(failures)))
        .isEqualTo(new BatchResult.FailedFrom(index));
  }

  @Test
  void takesExceptionForFailureOfAll() {
    var failed = new Invocation.Failed("java.lang.Error", "");

    assertThat(BatchResult.reported(failed, BATCH)).isEqualTo(new BatchResult.Failed(true));
    assertThat(BatchResult.thrown(failed)).isEqualTo(new BatchResult.Failed(true));
  }

  @Test
  void doesNotLookAtAnswerUnlessToldTo() {
    var answer = new Invocation.Returned("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");

    assertThat(BatchResult.thrown(answer)).isEqualTo(new BatchResult.Done());
  }

  private static BatchResult result(String answer) {
    return BatchResult.reported(new Invocation.Returned(answer), BATCH);
  }
}
