package io.github.dyn53.emulator.stream;

import static io.github.dyn53.emulator.stream.StreamBed.eventually;
import static io.github.dyn53.emulator.stream.StreamBed.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.stream.EventSourceMapping.StartingPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Reading a stream of the real DynamoDB Local: what is delivered, when, and in which order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamPollerTest {

  private static final Map<String, AttributeValue> HANDED_OVER =
      Map.of("handedOver", AttributeValue.fromS("2026-11-22T18:00:00Z"));

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
  void deliversOnlyHostsThatComeToBeHandedOver() {
    bed.put("inserted", HANDED_OVER);
    bed.put("inserted-settled");
    bed.put(
        "inserted",
        Map.of("version", AttributeValue.fromN("2"), "handedOver", HANDED_OVER.get("handedOver")));
    bed.put("modified");
    bed.put("modified", HANDED_OVER);
    bed.put("modified");
    bed.delete("inserted");
    bed.put("last", HANDED_OVER);

    bed.start(EventSourceMapping.HOSTS_TO_PUBLISHER);

    eventually(() -> bed.function.items().contains("last"));
    assertThat(bed.function.items()).containsExactly("inserted", "modified", "last");
  }

  @Test
  void gathersWhatComesWithinWindow() {
    bed.start(EventSourceMapping.HOSTS_TO_PUBLISHER);
    for (int i = 0; i < 5; i++) {
      bed.put("host" + i, HANDED_OVER);
    }

    eventually(() -> bed.function.items().size() == 5);

    assertThat(bed.function.invocations()).hasSize(1);
  }

  @Test
  void fillsBatches() {
    bed.put(IntStream.range(0, 20).mapToObj(i -> "host/" + i).toArray(String[]::new));

    bed.start(mapping(8, 0, false));

    eventually(() -> bed.function.items().size() == 20);
    assertThat(bed.function.invocations().stream().map(List::size)).containsExactly(8, 8, 4);
    assertThat(bed.function.items())
        .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "host/" + i).toList());
  }

  @Test
  void readsNothingOlderWhereItBeginsWithLatest() {
    bed.put("old");
    bed.start(latest());
    bed.put("new");

    eventually(() -> !bed.function.items().isEmpty());

    assertThat(bed.function.items()).containsExactly("new");
  }

  @Test
  void readsShardsOneAfterTheOther() {
    bed.put("host/1", "host/2");
    bed.splitShards();
    bed.put("host/3");
    var broken = new AtomicBoolean(true);
    bed.function.answer(batch -> broken.get() ? FakeFunction.THROWN : FakeFunction.DONE);
    bed.start(mapping(1, 1_000, false));
    eventually(() -> bed.function.items().size() > 3);
    bed.splitShards();
    bed.put("host/4");
    assertThat(bed.function.items()).containsOnly("host/1");

    broken.set(false);

    eventually(() -> bed.function.items().contains("host/4"));
    assertThat(bed.function.items().stream().distinct())
        .containsExactly("host/1", "host/2", "host/3", "host/4");
  }

  @Test
  void skipsEndedShardsWhereItBeginsWithLatest() {
    bed.put("old");
    bed.splitShards();
    bed.put("old");
    bed.start(latest());
    bed.put("new/1");
    bed.splitShards();
    bed.put("new/2");

    eventually(() -> bed.function.items().size() == 2);

    assertThat(bed.function.items()).containsExactly("new/1", "new/2");
  }

  @Test
  void goesOnAfterRestartWhereItStopped() {
    var stuck = new CountDownLatch(1);
    bed.put("host/1");
    StreamPoller first = bed.start(mapping(1, 3, false));
    eventually(() -> bed.function.items().size() == 1);
    bed.function.answer(batch -> {
      stuck.countDown();
      return waitsForInterrupt();
    });
    bed.put("host/2");
    eventually(() -> stuck.getCount() == 0);
    Instant asked = Instant.now();
    first.close();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    bed.put("host/3");
    bed.function.answer(batch -> FakeFunction.DONE);

    bed.start(mapping(1, 3, false));

    eventually(() -> bed.function.items().contains("host/3"));
    assertThat(bed.function.items()).containsExactly("host/1", "host/2", "host/2", "host/3");
    assertThat(bed.failures.documents()).isEmpty();
  }

  @Test
  void losesNothingOverRestarts() {
    bed.function.answer(
        batch -> Math.floorMod(batch.hashCode(), 3) == 0 ? FakeFunction.THROWN : FakeFunction.DONE);
    for (int i = 0; i < 10; i++) {
      StreamPoller poller = bed.start(mapping(7, 50, true));
      for (int j = 0; j < 10; j++) {
        bed.put("host" + i + "/" + j);
      }
      poller.close();
    }

    bed.function.answer(batch -> FakeFunction.DONE);
    bed.start(mapping(7, 50, true));

    eventually(() -> bed.function.items().contains("host9/9"));
    assertThat(bed.function.items().stream().distinct().toList())
        .containsExactlyElementsOf(
            IntStream.range(0, 100).mapToObj(i -> "host%d/%d".formatted(i / 10, i % 10)).toList());
    assertThat(bed.failures.documents()).isEmpty();
  }

  private static EventSourceMapping latest() {
    return new EventSourceMapping(
        StartingPosition.LATEST, 10, 0, 0, 3_600, false, List.of(), List.of());
  }

  private static Invocation waitsForInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FakeFunction.THROWN;
  }
}
