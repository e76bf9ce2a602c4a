package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.stream.FailureDocument.Condition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Hands the batches of one shard to the function, again and again if need be, until each record is
 * dealt with or given up.
 */
final class BatchDelivery {

  /** What Lambda lets an event take. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final Work work;
  private final EventSourceMapping mapping;
  private final FailureDocument document;

  BatchDelivery(Work work, String shardId) {
    this.work = work;
    this.mapping = work.mapping();
    this.document =
        new FailureDocument(work.target().functionArn(), work.source().streamArn(), shardId);
  }

  /** Delivers a batch, perhaps of nothing; false if it was time to stop before all was done. */
  boolean deliver(List<StreamRecord> batch) {
    Deque<Attempt> open = new ArrayDeque<>();
    if (!batch.isEmpty()) {
      open.push(new Attempt(batch, 0));
    }
    while (!open.isEmpty()) {
      Optional<List<Attempt>> left = attempt(open.pop());
      if (left.isEmpty()) {
        return false;
      }
      left.get().reversed().forEach(open::push);
    }
    return true;
  }

  /** What is left to be tried, in order; empty if it was time to stop. */
  private Optional<List<Attempt>> attempt(Attempt attempt) {
    int expired = expired(attempt.records());
    if (expired > 0) {
      return Optional.of(withoutExpired(attempt, expired));
    }
    byte[] event = event(attempt.records());
    if (event.length > MOST_BYTES && attempt.records().size() > 1) {
      return Optional.of(attempt.halves());
    }
    return work.stopping()
        .unlessAsked(() -> invoke(event))
        .map(invocation -> after(attempt, result(invocation, attempt)));
  }

  private Invocation invoke(byte[] event) {
    try {
      return work.target().invoke().apply(event);
    } catch (RuntimeException e) {
      // The outermost line of this thread's work: a function that can't be run must not end it.
      return new Invocation.Failed(e.getClass().getName(), String.valueOf(e.getMessage()));
    }
  }

  private BatchResult result(Invocation invocation, Attempt attempt) {
    return mapping.reportsBatchItemFailures()
        ? BatchResult.reported(invocation, attempt.records())
        : BatchResult.thrown(invocation);
  }

  private List<Attempt> after(Attempt attempt, BatchResult result) {
    return switch (result) {
      case BatchResult.Done ignored -> List.of();
      // With some records dealt with it is another batch: such a cut does not count as a retry.
      case BatchResult.FailedFrom(int index) when index > 0 -> later(List.of(attempt.from(index)));
      case BatchResult.FailedFrom ignored -> again(attempt, false);
      case BatchResult.Failed ignored
          when mapping.bisectBatchOnFunctionError() && attempt.records().size() > 1 ->
          later(attempt.halves());
      case BatchResult.Failed(boolean thrown) -> again(attempt, thrown);
    };
  }

  private List<Attempt> again(Attempt failed, boolean thrown) {
    Attempt next = failed.again();
    if (next.failures() > mapping.maximumRetryAttempts()) {
      giveUp(next, Condition.RETRY_ATTEMPTS_EXHAUSTED, thrown);
      return List.of();
    }
    return later(List.of(next));
  }

  private List<Attempt> later(List<Attempt> attempts) {
    work.stopping().pause(work.pace().retry(attempts.getFirst().failures()));
    return attempts;
  }

  private List<Attempt> withoutExpired(Attempt attempt, int expired) {
    var old = new Attempt(attempt.records().subList(0, expired), attempt.failures());
    giveUp(old, Condition.RECORD_AGE_EXCEEDED, attempt.failures() > 0);
    return expired == attempt.records().size() ? List.of() : List.of(attempt.from(expired));
  }

  private void giveUp(Attempt attempt, Condition condition, boolean thrown) {
    work.target().onFailure().add(document.of(attempt, condition, thrown, now()));
  }

  /** How many records at the beginning are too old. */
  private int expired(List<StreamRecord> records) {
    Instant oldest = now().minus(Duration.ofSeconds(mapping.maximumRecordAgeInSeconds()));
    return (int) records.stream().takeWhile(written -> written.written().isBefore(oldest)).count();
  }

  private Instant now() {
    return work.pace().clock().instant();
  }

  private static byte[] event(List<StreamRecord> records) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").addAll(records.stream().map(StreamRecord::json).toList());
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
