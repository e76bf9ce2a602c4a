package io.github.dyn53.emulator;

import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.stream.Checkpoints;
import io.github.dyn53.emulator.stream.EventSource;
import io.github.dyn53.emulator.stream.EventSourceMapping;
import io.github.dyn53.emulator.stream.FailedBatches;
import io.github.dyn53.emulator.stream.Pace;
import io.github.dyn53.emulator.stream.Schedule;
import io.github.dyn53.emulator.stream.StreamPoller;
import io.github.dyn53.emulator.stream.StreamTarget;
import java.time.Duration;
import java.time.InstantSource;

/** What invokes functions of its own accord: the stream of the table of hosts, and the schedule. */
final class Triggers implements AutoCloseable {

  private final StreamPoller stream;
  private final Schedule schedule;

  private Triggers(StreamPoller stream, Schedule schedule) {
    this.stream = stream;
    this.schedule = schedule;
  }

  /**
   * Leads hosts that are handed over to {@code publish}, and invokes {@code sweep} again and again.
   *
   * @param failures where the records go that are given up
   */
  static Triggers start(
      EmbeddedDynamoDb tables,
      LambdaFunction publish,
      FailedBatches failures,
      LambdaFunction sweep,
      Duration sweepEvery) {
    InstantSource clock = InstantSource.system();
    String streamArn =
        tables
            .client()
            .describeTable(request -> request.tableName(Tables.NAMES.hosts()))
            .table()
            .latestStreamArn();
    var source =
        new EventSource(tables.streams(), streamArn, EventSourceMapping.HOSTS_TO_PUBLISHER);
    var target = new StreamTarget(publish.arn(), publish::invoke, failures);
    return new Triggers(
        StreamPoller.start(source, target, new Checkpoints(), Pace.standard(clock)),
        Schedule.every(sweepEvery, sweep.name(), clock, sweep::invoke));
  }

  @Override
  public void close() {
    schedule.close();
    stream.close();
  }
}
