package io.github.dyn53.emulator.stream;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each shard has been dealt with, so that a mapping that starts again goes on where another
 * stopped. For use by several threads.
 */
public final class Checkpoints {

  private final Map<String, String> sequenceNumbers = new ConcurrentHashMap<>();
  private final Set<String> finished = ConcurrentHashMap.newKeySet();

  /** Nothing has been dealt with yet. */
  boolean isEmpty() {
    return sequenceNumbers.isEmpty() && finished.isEmpty();
  }

  void advance(String shardId, String sequenceNumber) {
    sequenceNumbers.put(shardId, sequenceNumber);
  }

  /** The last record that was dealt with. */
  Optional<String> of(String shardId) {
    return Optional.ofNullable(sequenceNumbers.get(shardId));
  }

  /** The shard has ended, and so has the work on it. */
  void finish(String shardId) {
    finished.add(shardId);
  }

  boolean isFinished(String shardId) {
    return finished.contains(shardId);
  }
}
