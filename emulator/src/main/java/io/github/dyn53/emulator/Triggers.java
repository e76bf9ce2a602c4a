package io.github.dyn53.emulator;

import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.stream.AtLeastOnce;
import io.github.dyn53.emulator.stream.Checkpoints;
import io.github.dyn53.emulator.stream.EventSource;
import io.github.dyn53.emulator.stream.EventSourceMapping;
import io.github.dyn53.emulator.stream.FailedBatches;
import io.github.dyn53.emulator.stream.Pace;
import io.github.dyn53.emulator.stream.Schedule;
import io.github.dyn53.emulator.stream.StreamPoller;
import io.github.dyn53.emulator.stream.StreamTarget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** What invokes functions of its own accord: the stream of the table of hosts, and the schedule. */
final class Triggers implements AutoCloseable {

  /** As the template's second schedule has it. */
  private static final Duration COMPARED_EVERY = Duration.ofDays(1);

  /** Often enough for a function that minds to be found out. */
  private static final int TWICE_PERCENT = 10;

  private static final int SEED = 53;

  private static final byte[] DRIFT = "{\"drift\":true}".getBytes(StandardCharsets.UTF_8);

  private final StreamPoller stream;
  private final List<Schedule> schedules;

  private Triggers(StreamPoller stream, List<Schedule> schedules) {
    this.stream = stream;
    this.schedules = List.copyOf(schedules);
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
    // The same events come twice in each run.
    var invoke = new AtLeastOnce(publish::invoke, TWICE_PERCENT, new SplittableRandom(SEED));
    var target = new StreamTarget(publish.arn(), invoke, failures);
    return new Triggers(
        StreamPoller.start(source, target, new Checkpoints(), Pace.standard(clock)),
        List.of(
            Schedule.every(sweepEvery, sweep.name(), clock, sweep::invoke),
            Schedule.every(
                COMPARED_EVERY, sweep.name() + "-drift", clock, event -> sweep.invoke(DRIFT))));
  }

  @Override
  public void close() {
    schedules.forEach(Schedule::close);
    stream.close();
  }
}
