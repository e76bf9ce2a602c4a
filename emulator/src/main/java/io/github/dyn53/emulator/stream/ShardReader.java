package io.github.dyn53.emulator.stream;

import io.github.dyn53.emulator.stream.EventSourceMapping.StartingPosition;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/** Reads one shard from a place on, record by record, until it has ended. */
final class ShardReader {

  private static final int MOST_RECORDS = 1_000;

  private final EventSource source;
  private final String shardId;

  /** Empty once the shard has ended. */
  private Optional<String> iterator;

  private Optional<String> last;

  private ShardReader(EventSource source, String shardId, Optional<String> last, String iterator) {
    this.source = source;
    this.shardId = shardId;
    this.last = last;
    this.iterator = Optional.of(iterator);
  }

  /** Reads from the beginning of the shard, or what is written from now on. */
  static ShardReader at(StartingPosition position, EventSource source, String shardId) {
    ShardIteratorType type =
        switch (position) {
          case TRIM_HORIZON -> ShardIteratorType.TRIM_HORIZON;
          case LATEST -> ShardIteratorType.LATEST;
        };
    return new ShardReader(source, shardId, Optional.empty(), iterator(source, shardId, type));
  }

  /** Reads what comes after a record; everything that is left if that one is gone. */
  static ShardReader after(String sequenceNumber, EventSource source, String shardId) {
    return new ShardReader(
        source,
        shardId,
        Optional.of(sequenceNumber),
        iteratorAfter(source, shardId, sequenceNumber));
  }

  String shardId() {
    return shardId;
  }

  boolean isEnded() {
    return iterator.isEmpty();
  }

  /** The last record that was read, or what reading began after. */
  Optional<String> last() {
    return last;
  }

  /** The next records, which may be none although more will come. */
  List<Record> next(int limit) {
    if (iterator.isEmpty()) {
      return List.of();
    }
    GetRecordsResponse page;
    try {
      page = read(iterator.get(), Math.min(limit, MOST_RECORDS));
    } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
      iterator = Optional.of(found());
      return List.of();
    }
    iterator = Optional.ofNullable(page.nextShardIterator());
    if (!page.records().isEmpty()) {
      last = Optional.of(page.records().getLast().dynamodb().sequenceNumber());
    }
    return page.records();
  }

  private GetRecordsResponse read(String from, int limit) {
    return source.streams().getRecords(request -> request.shardIterator(from).limit(limit));
  }

  private String found() {
    return last.map(number -> iteratorAfter(source, shardId, number))
        .orElseGet(() -> iterator(source, shardId, ShardIteratorType.TRIM_HORIZON));
  }

  private static String iteratorAfter(EventSource source, String shardId, String sequenceNumber) {
    try {
      return source
          .streams()
          .getShardIterator(request ->
              request
                  .streamArn(source.streamArn())
                  .shardId(shardId)
                  .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                  .sequenceNumber(sequenceNumber))
          .shardIterator();
    } catch (TrimmedDataAccessException e) {
      return iterator(source, shardId, ShardIteratorType.TRIM_HORIZON);
    }
  }

  private static String iterator(EventSource source, String shardId, ShardIteratorType type) {
    return source
        .streams()
        .getShardIterator(request ->
            request.streamArn(source.streamArn()).shardId(shardId).shardIteratorType(type))
        .shardIterator();
  }
}
