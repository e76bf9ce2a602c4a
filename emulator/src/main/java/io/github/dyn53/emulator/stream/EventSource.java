package io.github.dyn53.emulator.stream;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A stream of a table, and how it becomes invocations.
 *
 * @param streamArn as DynamoDB calls it
 */
public record EventSource(
    DynamoDbStreamsClient streams, String streamArn, EventSourceMapping mapping) {

  /** Every shard that the stream still has, open or ended. */
  List<Shard> shards() {
    var request = DescribeStreamRequest.builder().streamArn(streamArn).build();
    StreamDescription page = streams.describeStream(request).streamDescription();
    var shards = new ArrayList<>(page.shards());
    while (page.lastEvaluatedShardId() != null) {
      var next = request.toBuilder().exclusiveStartShardId(page.lastEvaluatedShardId()).build();
      page = streams.describeStream(next).streamDescription();
      shards.addAll(page.shards());
    }
    return shards;
  }
}
