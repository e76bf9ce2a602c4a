package io.github.dyn53.bench.storm;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** Lambda's event source for the stream: batches of a window, one invocation at a time. */
final class EventSource {

  /** From a save to the moment when the stream shows it. */
  private static final Duration STREAM_DELAY = Duration.ofMillis(300);

  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final int MOST_EVENTS = 1_000;

  /** How often it looks at the stream. */
  private static final Duration POLL = Duration.ofMillis(250);

  private final Simulation simulation;
  private final Function<Collection<Hostname>, Collection<Hostname>> function;
  private final Queue<Event> events = new ArrayDeque<>();
  private boolean isPolling;
  private int invocations;

  /**
   * A source without events.
   *
   * @param function takes a batch and returns what it could not see to
   */
  EventSource(
      Simulation simulation, Function<Collection<Hostname>, Collection<Hostname>> function) {
    this.simulation = simulation;
    this.function = function;
  }

  private record Event(Hostname hostname, Instant visible) {}

  /** How often the function was invoked. */
  int invocations() {
    return invocations;
  }

  /** A host became handed over. */
  void add(Hostname hostname) {
    events.add(new Event(hostname, simulation.instant().plus(STREAM_DELAY)));
    if (!isPolling) {
      isPolling = true;
      simulation.start("event source", STREAM_DELAY, this::poll);
    }
  }

  /** Until the stream is empty. */
  private void poll() {
    while (!events.isEmpty()) {
      List<Hostname> batch = gather();
      invocations++;
      Collection<Hostname> left = function.apply(batch);
      left.forEach(hostname -> events.add(new Event(hostname, simulation.instant())));
    }
    isPolling = false;
  }

  /** Waits for the window to close or the batch to be full. */
  private List<Hostname> gather() {
    Instant now = simulation.instant();
    Instant first = events.element().visible();
    Instant opened = first.isAfter(now) ? first : now;
    Instant end = opened.plus(WINDOW);
    List<Hostname> batch = new ArrayList<>();
    while (batch.size() < MOST_EVENTS && simulation.instant().isBefore(end)) {
      takeVisible(batch);
      if (batch.size() < MOST_EVENTS) {
        simulation.sleep("the batching window", POLL);
      }
    }
    return batch;
  }

  private void takeVisible(List<Hostname> batch) {
    Instant now = simulation.instant();
    while (batch.size() < MOST_EVENTS
        && !events.isEmpty()
        && !events.element().visible().isAfter(now)) {
      batch.add(events.remove().hostname());
    }
  }
}
