package io.github.dyn53.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.stream.FailedBatches;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TriggersTest {

  private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> swept = new LinkedBlockingQueue<>();

  @Test
  void leadsHostsToPublisherAndClockToSweep() throws InterruptedException {
    var failures = new FailedBatches();
    try (var tables = EmbeddedDynamoDb.inMemory();
        var triggers =
            Triggers.start(
                tables,
                function("PublishFunction", published),
                failures,
                function("SweepFunction", swept),
                Duration.ofMillis(20))) {
      assertThat(triggers).isNotNull();
      put(tables, "settled.dyn.test", Map.of());
      put(
          tables,
          "waits.dyn.test",
          Map.of("handedOver", AttributeValue.fromS("2026-11-22T18:00:00Z")));

      assertThat(published.poll(20, TimeUnit.SECONDS))
          .contains("waits.dyn.test")
          .doesNotContain("settled.dyn.test");
      assertThat(swept.poll(20, TimeUnit.SECONDS)).contains("schedule/default/SweepFunction");
      assertThat(failures.documents()).isEmpty();
    }
  }

  private static void put(
      EmbeddedDynamoDb tables, String name, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("name", AttributeValue.fromS(name));
    tables.client().putItem(request -> request.tableName(Tables.NAMES.hosts()).item(item));
  }

  private static LambdaFunction function(String name, BlockingQueue<String> events) {
    return new LambdaFunction(
        name,
        (input, output, context) -> {
          events.add(new String(input.readAllBytes(), UTF_8));
          output.write("{}".getBytes(UTF_8));
        },
        Duration.ofSeconds(10));
  }
}
