package io.github.dyn53.emulator.stream;

import io.github.dyn53.emulator.stream.EventSourceMapping.StartingPosition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/**
 * An event source mapping: reads the stream of a table and invokes a function with what it finds,
 * each record at least once. The shards of a stream are worked on side by side, but one that came
 * of a split only after the shard it came of.
 */
public final class StreamPoller implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(StreamPoller.class.getName());

  private final Work work;

  /** The shards that have had a thread; first for the starting thread, then for discovery's. */
  private final Set<String> started = new HashSet<>();

  private StreamPoller(Work work) {
    this.work = work;
  }

  /**
   * Starts to read. Where reading is to begin with what is written next, that is what is written
   * after this method has returned.
   *
   * @param checkpoints how far earlier pollers came; where there is nothing of a shard, the mapping
   *     says where to begin
   */
  public static StreamPoller start(
      EventSource source, StreamTarget target, Checkpoints checkpoints, Pace pace) {
    var poller = new StreamPoller(new Work(source, target, checkpoints, pace, new Stopping()));
    poller.begin();
    poller.work.stopping().start("stream-shards", poller::discover);
    return poller;
  }

  /**
   * Stops to read, and interrupts the function if it is invoked just now; its records are not dealt
   * with then.
   */
  @Override
  public void close() {
    work.stopping().ask();
    work.stopping().awaitEnd();
  }

  private void begin() {
    boolean latest = work.mapping().startingPosition() == StartingPosition.LATEST;
    if (!latest || !work.checkpoints().isEmpty()) {
      startWorkers(StartingPosition.TRIM_HORIZON);
      return;
    }
    work.source().shards().stream()
        .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() != null)
        .forEach(ended -> work.checkpoints().finish(ended.shardId()));
    startWorkers(StartingPosition.LATEST);
  }

  private void discover() {
    work.stopping().pause(work.pace().poll());
    while (!work.stopping().isAsked()) {
      try {
        // A shard that appears later came of a split: all of it was written since the start.
        startWorkers(StartingPosition.TRIM_HORIZON);
      } catch (SdkException e) {
        LOG.log(System.Logger.Level.WARNING, "failed to list the shards of a stream", e);
      }
      work.stopping().pause(work.pace().poll());
    }
  }

  private void startWorkers(StartingPosition position) {
    List<Shard> shards = work.source().shards();
    Set<String> present = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    for (Shard shard : shards) {
      if (!started.contains(shard.shardId()) && isReady(shard, present)) {
        start(shard.shardId(), position);
        started.add(shard.shardId());
      }
    }
  }

  /** Whether it has to be worked on, and all that came before it is dealt with or gone. */
  private boolean isReady(Shard shard, Set<String> present) {
    String parent = shard.parentShardId();
    return !work.checkpoints().isFinished(shard.shardId())
        && (parent == null || !present.contains(parent) || work.checkpoints().isFinished(parent));
  }

  private void start(String shardId, StartingPosition position) {
    ShardReader reader =
        work.checkpoints()
            .of(shardId)
            .map(last -> ShardReader.after(last, work.source(), shardId))
            .orElseGet(() -> ShardReader.at(position, work.source(), shardId));
    work.stopping().start(shardId, new ShardWorker(work, reader));
  }
}
