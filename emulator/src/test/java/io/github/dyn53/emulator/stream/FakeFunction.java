package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Remembers the batches it was invoked with, and answers as it is told. */
final class FakeFunction implements Function<byte[], Invocation> {

  static final Invocation DONE = new Invocation.Returned("{\"batchItemFailures\":[]}");
  static final Invocation THROWN = new Invocation.Failed("java.lang.IllegalStateException", "no");

  private static final JsonMapper JSON = new JsonMapper();

  private final List<List<JsonNode>> batches = new CopyOnWriteArrayList<>();
  private volatile Function<List<JsonNode>, Invocation> answer = batch -> DONE;

  @Override
  public Invocation apply(byte[] event) {
    List<JsonNode> batch = new ArrayList<>();
    try {
      JSON.readTree(event).path("Records").forEach(batch::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batches.add(batch);
    return answer.apply(batch);
  }

  /** From now on. */
  void answer(Function<List<JsonNode>, Invocation> other) {
    answer = other;
  }

  /** The items of each invocation, as {@code name} or {@code name/version}. */
  List<List<String>> invocations() {
    return batches.stream().map(FakeFunction::items).toList();
  }

  /** The items of all invocations, in their order. */
  List<String> items() {
    return invocations().stream().flatMap(List::stream).toList();
  }

  List<JsonNode> records() {
    return batches.stream().flatMap(List::stream).toList();
  }

  static List<String> items(List<JsonNode> batch) {
    return batch.stream().map(FakeFunction::item).toList();
  }

  private static String item(JsonNode written) {
    JsonNode image = written.at("/dynamodb/NewImage");
    String version = image.at("/version/N").asText();
    return written.at("/dynamodb/Keys/name/S").asText() + (version.isEmpty() ? "" : "/" + version);
  }

  /** The answer that reports one record, found by its item. */
  static Invocation failing(List<JsonNode> batch, String item) {
    return StreamSupport.stream(batch.spliterator(), false)
        .filter(written -> item(written).equals(item))
        .findFirst()
        .<Invocation>map(written ->
            new Invocation.Returned(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                    .formatted(written.at("/dynamodb/SequenceNumber").asText())))
        .orElse(DONE);
  }
}
