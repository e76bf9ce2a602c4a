package io.github.dyn53.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.FreshNames;
import io.github.dyn53.emulator.faults.Fault;
import io.github.dyn53.emulator.faults.FaultRule;
import io.github.dyn53.emulator.faults.ServiceFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Faults on the way between an SDK client that does not retry and the real DynamoDB Local. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbFaultsTest {

  private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final String name = FreshNames.label();

  @BeforeEach
  void removeItem() {
    database.client().deleteItem(request -> request.tableName(table()).key(item()));
  }

  @AfterEach
  void closeEndpoint() throws Exception {
    for (AutoCloseable part : opened) {
      part.close();
    }
    opened.clear();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          THROTTLE,       400, ProvisionedThroughputExceededException
          ACCESS_DENIED,  400, AccessDeniedException
          INTERNAL_ERROR, 500, InternalServerError
          UNAVAILABLE,    503, ServiceUnavailable
          """)
  void answersErrorAndWritesNothing(DynamoDbError error, int status, String code) {
    DynamoDbClient client = failingOnce("PutItem", new Fault.ErrorAnswer<>(error));

    assertThatThrownBy(() -> put(client))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(status);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            });
    assertThat(isThere()).isFalse();
    put(client);
    assertThat(isThere()).isTrue();
  }

  @Test
  void losesAnswerOfWriteThatWasDone() {
    DynamoDbClient client = failingOnce("PutItem", new Fault.LostAnswer<>());

    assertThatThrownBy(() -> put(client)).isInstanceOf(SdkClientException.class);

    assertThat(isThere()).isTrue();
  }

  @Test
  void resetsConnectionOfWriteThatWasNotDone() {
    DynamoDbClient client = failingOnce("PutItem", new Fault.Reset<>());

    assertThatThrownBy(() -> put(client))
        .isInstanceOf(SdkClientException.class)
        .hasStackTraceContaining("Connection reset");

    assertThat(isThere()).isFalse();
  }

  @Test
  void answersLate() {
    DynamoDbClient client = failingOnce("PutItem", new Fault.Latency<>(Duration.ofMillis(300)));
    long start = System.nanoTime();

    put(client);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(isThere()).isTrue();
  }

  @Test
  void leavesOtherOperationsAlone() {
    DynamoDbClient client =
        failingOnce("UpdateItem", new Fault.ErrorAnswer<>(DynamoDbError.THROTTLE));

    put(client);

    assertThat(isThere()).isTrue();
  }

  @Test
  void readsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("faults.json");
    Files.writeString(
        file, "[{\"fault\":\"throttle\",\"action\":\"PutItem\",\"after\":1,\"times\":1}]");
    DynamoDbClient client = client(DynamoDbFaults.inFile(file, Optional.empty()));

    put(client);
    assertThatThrownBy(() -> put(client))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    put(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"fault":"busy"}]                         | must be one of latency, throttle, access-denied, internal-error, unavailable, lost-answer, reset, not "busy"
          [{"fault":"reset","action":"ChangeItem"}]  | "action" is not a served action: "ChangeItem"
          [{"fault":"reset","zone":"dyn.test"}]      | "zone" is unknown; the fields are action, after, times, percent
          """)
  void namesWhatIsWrongInFile(String content, String problem, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("faults.json"), content);

    assertThatThrownBy(() -> DynamoDbFaults.inFile(file, Optional.empty()))
        .hasMessageContaining(problem);
  }

  @Test
  void countsOnlyWhileItsConditionIsTrue() {
    var condition = new AtomicBoolean();
    var rule = FaultRule.once("PutItem", new Fault.ErrorAnswer<>(DynamoDbError.THROTTLE));
    DynamoDbClient client = client(ServiceFaults.scripted(List.of(rule)).onlyWhile(condition::get));
    put(client);

    condition.set(true);

    assertThatThrownBy(() -> put(client))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
  }

  private DynamoDbClient failingOnce(String operation, Fault<DynamoDbError> fault) {
    return client(ServiceFaults.scripted(List.of(FaultRule.once(operation, fault))));
  }

  private DynamoDbClient client(ServiceFaults<DynamoDbError> faults) {
    DynamoDbEndpoint endpoint = DynamoDbEndpoint.start(0, database.client(), faults);
    opened.add(endpoint);
    DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(
                override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    opened.add(client);
    return client;
  }

  private void put(DynamoDbClient client) {
    client.putItem(request -> request.tableName(table()).item(item()));
  }

  private boolean isThere() {
    return database.client().getItem(request -> request.tableName(table()).key(item())).hasItem();
  }

  private Map<String, AttributeValue> item() {
    return Map.of("name", AttributeValue.fromS(name));
  }

  private static String table() {
    return Tables.NAMES.hosts();
  }
}
