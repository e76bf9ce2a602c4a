package io.github.dyn53.emulator.stream;

import static io.github.dyn53.emulator.stream.StreamBed.eventually;
import static io.github.dyn53.emulator.stream.StreamBed.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.Invocation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What becomes of batches that a function does not deal with, over the real DynamoDB Local. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetriesTest {

  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
  private StreamBed bed = new StreamBed(local);

  @BeforeEach
  void makeTable() {
    bed = new StreamBed(local);
  }

  @AfterEach
  void closeTable() {
    bed.close();
  }

  @AfterAll
  void close() {
    local.shutdown();
  }

  @Test
  void triesAgainFromLowestReportedRecord() {
    var calls = new AtomicInteger();
    bed.function.answer(batch ->
        calls.incrementAndGet() == 1 ? FakeFunction.failing(batch, "c") : FakeFunction.DONE);
    bed.put("a", "b", "c", "d");

    bed.start(mapping(10, 0, true));

    eventually(() -> calls.get() == 2);
    assertThat(bed.function.invocations())
        .containsExactly(List.of("a", "b", "c", "d"), List.of("c", "d"));
    assertThat(bed.failures.documents()).isEmpty();
  }

  @Test
  void triesWholeBatchAgainWhereFirstRecordIsReported() {
    var calls = new AtomicInteger();
    bed.function.answer(batch ->
        calls.incrementAndGet() <= 2 ? FakeFunction.failing(batch, "a") : FakeFunction.DONE);
    bed.put("a", "b");

    bed.start(mapping(10, 2, true));

    eventually(() -> calls.get() == 3);
    assertThat(bed.function.invocations()).containsOnly(List.of("a", "b"));
  }

  @Test
  void halvesBatchUntilPoisonStandsAlone() throws IOException {
    bed.function.answer(RetriesTest::throwAtPoison);
    bed.put(
        IntStream.range(0, 16).mapToObj(i -> i == 11 ? "poison" : "h" + i).toArray(String[]::new));
    bed.put("last");

    bed.start(mapping(16, 2, true));

    eventually(() -> bed.function.items().contains("last"));
    List<String> dealtWith =
        bed.function.invocations().stream()
            .filter(batch -> !batch.contains("poison"))
            .flatMap(List::stream)
            .toList();
    assertThat(dealtWith)
        .containsExactly(
            "h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "h9", "h10", "h12", "h13", "h14",
            "h15", "last");
    assertThat(bed.function.invocations().stream().filter(List.of("poison")::equals)).hasSize(3);
    assertThat(bed.failures.documents()).hasSize(1);
    assertThat(document().at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
  }

  @Test
  void pointsAtRecordsThatAreGivenUp() throws IOException {
    bed.function.answer(
        batch -> FakeFunction.items(batch).contains("b") ? FakeFunction.THROWN : FakeFunction.DONE);
    bed.put("a", "b");

    bed.start(mapping(10, 3, false));

    eventually(() -> !bed.failures.documents().isEmpty());
    assertThat(bed.function.invocations()).hasSize(4).containsOnly(List.of("a", "b"));
    JsonNode document = document();
    assertThat(document.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(4);
    assertThat(document.at("/requestContext/functionArn").asText())
        .isEqualTo("arn:aws:lambda:x:1:function:publish");
    assertThat(document.at("/responseContext").toString())
        .isEqualTo(
            "{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"}");
    assertThat(document.path("version").asText()).isEqualTo("1.0");
    JsonNode batch = document.path("DDBStreamBatchInfo");
    List<JsonNode> records = bed.function.records();
    assertThat(batch.path("startSequenceNumber"))
        .isEqualTo(records.get(0).at("/dynamodb/SequenceNumber"));
    assertThat(batch.path("endSequenceNumber"))
        .isEqualTo(records.get(1).at("/dynamodb/SequenceNumber"));
    assertThat(batch.path("shardId").asText()).startsWith("shardId-");
    assertThat(batch.path("streamArn").asText()).startsWith("arn:aws:dynamodb:us-east-1:");
    assertThat(batch.path("batchSize").asInt()).isEqualTo(2);
    assertThat(Instant.parse(batch.path("approximateArrivalOfLastRecord").asText()))
        .isBeforeOrEqualTo(Instant.parse(document.path("timestamp").asText()));
  }

  @Test
  void goesOnAfterRecordsThatAreGivenUp() {
    bed.function.answer(RetriesTest::throwAtPoison);
    bed.put("poison", "next");

    bed.start(mapping(1, 1, true));

    eventually(() -> bed.function.items().contains("next"));
    assertThat(bed.function.items()).containsExactly("poison", "poison", "next");
  }

  @Test
  void givesUpRecordsThatAreTooOld() throws IOException {
    bed.put("a", "b");

    bed.start(mapping(10, 3, false), () -> Instant.now().plus(Duration.ofHours(2)));

    eventually(() -> !bed.failures.documents().isEmpty());
    assertThat(bed.function.invocations()).isEmpty();
    assertThat(document().at("/requestContext/condition").asText()).isEqualTo("RecordAgeExceeded");
    assertThat(document().at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(2);
  }

  @Test
  void keepsOrderOfEachHostWhateverFails() {
    var random = new Random(53);
    bed.function.answer(batch ->
        switch (random.nextInt(4)) {
          case 0 -> FakeFunction.THROWN;
          case 1 ->
              FakeFunction.failing(
                  batch, FakeFunction.items(batch).get(random.nextInt(batch.size())));
          default -> FakeFunction.DONE;
        });
    bed.start(mapping(5, 100, true));
    for (int i = 10; i < 40; i++) {
      bed.put("x/" + i, "y/" + i);
    }

    eventually(() -> bed.function.items().contains("y/39"));

    for (String host : List.of("x", "y")) {
      assertThat(bed.function.items().stream().filter(item -> item.startsWith(host)).distinct())
          .containsExactlyElementsOf(
              IntStream.range(10, 40).mapToObj(i -> host + "/" + i).toList());
    }
  }

  @Test
  void survivesFunctionThatCannotBeInvoked() {
    var calls = new AtomicInteger();
    bed.function.answer(batch -> {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("no process");
      }
      return FakeFunction.DONE;
    });
    bed.put("a");

    bed.start(mapping(10, 3, false));

    eventually(() -> calls.get() == 2);
    assertThat(bed.function.items()).containsExactly("a", "a");
  }

  private static Invocation throwAtPoison(List<JsonNode> batch) {
    return FakeFunction.items(batch).contains("poison") ? FakeFunction.THROWN : FakeFunction.DONE;
  }

  private JsonNode document() throws IOException {
    return new JsonMapper().readTree(bed.failures.documents().getFirst());
  }
}
