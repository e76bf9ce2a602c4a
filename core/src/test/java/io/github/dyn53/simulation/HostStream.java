package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The stream of hosts that became handed over, as an event source delivers it at its worst: late,
 * out of order, in batches of any size and several at a time, twice, and again after a failure.
 */
final class HostStream {

  /** Rarely more than the batching window and a moment. */
  private static final Duration USUAL_DELAY = Duration.ofSeconds(2);

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(40);

  /** What is given up then is on its way to the failure queue: only the sweep helps. */
  private static final int MOST_ATTEMPTS = 4;

  private final Simulation simulation;
  private final RandomGenerator random;
  private final Function<Collection<Hostname>, Collection<Hostname>> publisher;
  private final Duration lifetime;
  private final List<Event> waiting = new ArrayList<>();
  private int deliveries;

  /**
   * A stream without events.
   *
   * @param publisher takes a batch and tells what it could not see to
   * @param lifetime how long the publisher may take
   */
  HostStream(
      Simulation simulation,
      RandomGenerator random,
      Function<Collection<Hostname>, Collection<Hostname>> publisher,
      Duration lifetime) {
    this.simulation = simulation;
    this.random = random;
    this.publisher = publisher;
    this.lifetime = lifetime;
  }

  private record Event(Hostname hostname, int attempts) {}

  /** A host became handed over. */
  void add(Hostname hostname) {
    add(new Event(hostname, 0));
  }

  private void add(Event event) {
    if (event.attempts() < MOST_ATTEMPTS) {
      waiting.add(event);
      Duration most = random.nextInt(5) == 0 ? LONGEST_DELAY : USUAL_DELAY;
      Duration delay = Duration.ofNanos(random.nextLong(most.toNanos()));
      simulation.start("publisher " + ++deliveries, delay, lifetime, this::deliver);
    }
  }

  private void deliver() {
    List<Event> batch = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0 && !waiting.isEmpty(); count--) {
      int next = random.nextInt(waiting.size());
      boolean twice = random.nextInt(8) == 0;
      batch.add(twice ? waiting.get(next) : waiting.remove(next));
    }
    if (!batch.isEmpty()) {
      deliver(batch);
    }
  }

  private void deliver(List<Event> batch) {
    Collection<Hostname> left = batch.stream().map(Event::hostname).toList();
    try {
      left = publisher.apply(left);
    } finally {
      // Reached by a publisher that is killed too, for the stream lives on.
      for (Event event : batch) {
        if (left.contains(event.hostname())) {
          add(new Event(event.hostname(), event.attempts() + 1));
        }
      }
    }
  }
}
