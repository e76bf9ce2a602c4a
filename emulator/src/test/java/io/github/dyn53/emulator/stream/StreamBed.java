package io.github.dyn53.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.FreshNames;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.stream.EventSourceMapping.StartingPosition;
import io.github.dyn53.functions.dynamodb.TableNames;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A table of its own with its stream, and pollers that lead to a fake function. */
final class StreamBed implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final FakeFunction function = new FakeFunction();
  final FailedBatches failures = new FailedBatches();
  private final Checkpoints checkpoints = new Checkpoints();
  private final List<StreamPoller> pollers = new ArrayList<>();
  private final DynamoDbClient client;
  private final AmazonDynamoDBLocal local;
  private final String table = "Hosts-" + FreshNames.label();
  private final String streamArn;

  StreamBed(AmazonDynamoDBLocal local) {
    this.local = local;
    client = local.dynamoDbClient();
    Tables.createMissing(client, new TableNames(table, "Tokens", "Changes"));
    streamArn = client.describeTable(request -> request.tableName(table)).table().latestStreamArn();
  }

  /** A mapping that invokes at once, and lets every record pass. */
  static EventSourceMapping mapping(int batchSize, int retries, boolean bisect) {
    return new EventSourceMapping(
        StartingPosition.TRIM_HORIZON,
        batchSize,
        0,
        retries,
        3_600,
        bisect,
        List.of(EventSourceMapping.REPORT_BATCH_ITEM_FAILURES),
        List.of());
  }

  String streamArn() {
    return streamArn;
  }

  StreamPoller start(EventSourceMapping mapping) {
    return start(mapping, InstantSource.system());
  }

  /** Starts a poller that goes on where earlier ones of this bed stopped. */
  StreamPoller start(EventSourceMapping mapping, InstantSource clock) {
    var source = new EventSource(local.dynamoDbStreamsClient(), streamArn, mapping);
    var target = new StreamTarget("arn:aws:lambda:x:1:function:publish", function, failures);
    var pace = new Pace(clock, Duration.ofMillis(10), Duration.ofMillis(1), Duration.ofMillis(4));
    StreamPoller poller = StreamPoller.start(source, target, checkpoints, pace);
    pollers.add(poller);
    return poller;
  }

  /** Writes items {@code name} or {@code name/version}. */
  void put(String... items) {
    for (String item : items) {
      String[] parts = item.split("/", 2);
      put(
          parts[0],
          parts.length == 1 ? Map.of() : Map.of("version", AttributeValue.fromN(parts[1])));
    }
  }

  void put(String name, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("name", AttributeValue.fromS(name));
    client.putItem(request -> request.tableName(table).item(item));
  }

  void delete(String name) {
    client.deleteItem(
        request -> request.tableName(table).key(Map.of("name", AttributeValue.fromS(name))));
  }

  /** Ends the open shard and begins another. */
  void splitShards() {
    local.triggerShardRollovers();
  }

  static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("time to come true").isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Override
  public void close() {
    pollers.forEach(StreamPoller::close);
    client.deleteTable(request -> request.tableName(table));
  }
}
