package io.github.dyn53.emulator.stream;

import static io.github.dyn53.emulator.stream.StreamBed.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00.5Z");
  private static final Duration WAIT = Duration.ofMillis(5);

  private final List<Schedule> schedules = new ArrayList<>();

  @AfterEach
  void close() {
    schedules.forEach(Schedule::close);
  }

  @Test
  void givesEventOfScheduler() throws Exception {
    List<byte[]> events = new CopyOnWriteArrayList<>();
    start(
        WAIT,
        event -> {
          events.add(event);
          return new Invocation.Returned("{}");
        });
    eventually(() -> !events.isEmpty());

    assertThat(new JsonMapper().readTree(events.getFirst()).toString())
        .containsPattern(
            "^\\{\"version\":\"0\",\"id\":\"[0-9a-f-]{36}\",\"detail-type\":\"Scheduled Event\","
                + "\"source\":\"aws.scheduler\",\"account\":\"000000000000\","
                + "\"time\":\"2026-11-22T18:00:00Z\",\"region\":\"us-east-1\",\"resources\":\\["
                + "\"arn:aws:scheduler:us-east-1:000000000000:schedule/default/SweepFunction\"\\],"
                + "\"detail\":\"\\{\\}\"\\}$");
  }

  @Test
  void goesOnWhateverFails() {
    var calls = new AtomicInteger();
    start(
        WAIT,
        event -> {
          if (calls.incrementAndGet() == 1) {
            throw new IllegalStateException("no process");
          }
          return new Invocation.Failed("Sandbox.Timedout", "too late");
        });
    eventually(() -> calls.get() >= 3);
  }

  @Test
  void waitsForInvocationThatTakesLongerThanTheWait() {
    var running = new AtomicInteger();
    var overlapped = new AtomicBoolean();
    var calls = new AtomicInteger();
    start(
        Duration.ofNanos(1),
        event -> {
          overlapped.compareAndSet(false, running.incrementAndGet() > 1);
          LockSupport.parkNanos(100_000);
          running.decrementAndGet();
          calls.incrementAndGet();
          return new Invocation.Returned("{}");
        });
    eventually(() -> calls.get() > 200);
    assertThat(overlapped).isFalse();
  }

  @Test
  void stopsAtOnce() {
    var begun = new CountDownLatch(1);
    var interrupted = new AtomicBoolean();
    Schedule schedule =
        start(
            WAIT,
            event -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
              return new Invocation.Failed("interrupted", "");
            });
    eventually(() -> begun.getCount() == 0);
    Instant asked = Instant.now();

    schedule.close();

    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    assertThat(interrupted).isTrue();
  }

  private Schedule start(Duration wait, Function<byte[], Invocation> invoke) {
    Schedule schedule = Schedule.every(wait, "SweepFunction", () -> NOW, invoke);
    schedules.add(schedule);
    return schedule;
  }
}
