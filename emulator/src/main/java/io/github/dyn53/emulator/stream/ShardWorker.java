package io.github.dyn53.emulator.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Gathers the records of one shard to batches, one after the other, and has them delivered. So the
 * changes of one item arrive in their order.
 */
final class ShardWorker implements Runnable {

  private static final System.Logger LOG = System.getLogger(ShardWorker.class.getName());

  private final Work work;
  private final ShardReader reader;
  private final BatchDelivery delivery;
  private final List<FilterPattern> filters;

  ShardWorker(Work work, ShardReader reader) {
    this.work = work;
    this.reader = reader;
    this.delivery = new BatchDelivery(work, reader.shardId());
    this.filters = work.mapping().filterCriteria().stream().map(FilterPattern::parse).toList();
  }

  /** Works until the shard has ended, or it is time to stop. */
  @Override
  public void run() {
    while (!reader.isEnded()) {
      List<StreamRecord> batch = gather();
      if (work.stopping().isAsked() || !delivery.deliver(batch)) {
        return;
      }
      // Only now: what was read but not dealt with is read again by whoever comes next.
      reader.last().ifPresent(last -> work.checkpoints().advance(reader.shardId(), last));
    }
    work.checkpoints().finish(reader.shardId());
  }

  /** A full batch, or what has come when its window closes; nothing if nothing came. */
  private List<StreamRecord> gather() {
    var batch = new ArrayList<StreamRecord>();
    long opened = System.nanoTime();
    do {
      List<Record> records = read(work.mapping().batchSize() - batch.size());
      if (batch.isEmpty()) {
        opened = System.nanoTime();
      }
      records.stream()
          .flatMap(written -> told(written).stream())
          .filter(this::passes)
          .forEach(batch::add);
      if (records.isEmpty()) {
        work.stopping().pause(work.pace().poll());
      }
    } while (waitsForMore(batch, opened));
    return batch;
  }

  private boolean waitsForMore(List<StreamRecord> batch, long opened) {
    long window = TimeUnit.SECONDS.toNanos(work.mapping().maximumBatchingWindowInSeconds());
    return !batch.isEmpty()
        && batch.size() < work.mapping().batchSize()
        && System.nanoTime() - opened < window
        && !reader.isEnded()
        && !work.stopping().isAsked();
  }

  /** A record of a form that nobody thought of is left to the sweep: it must not end the stream. */
  private Optional<StreamRecord> told(Record written) {
    try {
      return Optional.of(RecordJson.of(written, work.source().streamArn()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "passed over a record of " + reader.shardId(), e);
      return Optional.empty();
    }
  }

  private boolean passes(StreamRecord written) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(written.json()));
  }

  private List<Record> read(int limit) {
    try {
      return reader.next(limit);
    } catch (SdkException e) {
      LOG.log(System.Logger.Level.WARNING, "failed to read " + reader.shardId(), e);
      return List.of();
    }
  }
}
