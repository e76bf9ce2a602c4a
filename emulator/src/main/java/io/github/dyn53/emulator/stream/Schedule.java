package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.lambda.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/**
 * Invokes a function again and again, with the event of EventBridge Scheduler. The wait begins when
 * an invocation has ended, so that two never run at the same time.
 */
public final class Schedule implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Schedule.class.getName());

  private final String name;
  private final InstantSource clock;
  private final Function<byte[], Invocation> invoke;
  private final Stopping stopping = new Stopping();

  private Schedule(String name, InstantSource clock, Function<byte[], Invocation> invoke) {
    this.name = name;
    this.clock = clock;
    this.invoke = invoke;
  }

  /**
   * Starts with a wait.
   *
   * @param name what the schedule is called in events and logs
   * @param invoke takes an event, JSON, and waits for what comes of it; an interrupt ends it
   */
  public static Schedule every(
      Duration wait, String name, InstantSource clock, Function<byte[], Invocation> invoke) {
    var schedule = new Schedule(name, clock, invoke);
    schedule.stopping.start("schedule-" + name, () -> schedule.run(wait));
    return schedule;
  }

  /** Invokes no more, and interrupts the function if it is invoked just now. */
  @Override
  public void close() {
    stopping.ask();
    stopping.awaitEnd();
  }

  private void run(Duration wait) {
    stopping.pause(wait);
    while (!stopping.isAsked()) {
      stopping.unlessAsked(this::invoke).ifPresent(this::report);
      stopping.pause(wait);
    }
  }

  private Invocation invoke() {
    try {
      return invoke.apply(event());
    } catch (RuntimeException e) {
      // The outermost line: what escaped it would end the schedule without a word.
      return new Invocation.Failed(e.getClass().getName(), String.valueOf(e.getMessage()));
    }
  }

  private void report(Invocation invocation) {
    if (invocation instanceof Invocation.Failed(String type, String message)) {
      LOG.log(System.Logger.Level.WARNING, "{0} failed: {1}: {2}", name, type, message);
    }
  }

  private byte[] event() {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "Scheduled Event")
            .put("source", "aws.scheduler")
            .put("account", "000000000000")
            .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", "us-east-1");
    event
        .putArray("resources")
        .add("arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + name);
    event.put("detail", "{}");
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
