package io.github.dyn53.bench.storm;

import io.github.dyn53.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** The routers: each asks at its time, and every few minutes again until it is answered well. */
final class Clients {

  private static final Duration AGAIN = Duration.ofMinutes(5);

  /** A fraction by which two clients differ. */
  private static final double JITTER = 0.1;

  private final Simulation simulation;
  private final Course course;
  private final SplittableRandom random = new SplittableRandom(53);

  Clients(Simulation simulation, Course course) {
    this.simulation = simulation;
    this.course = course;
  }

  /**
   * Lets the hosts of a storm ask.
   *
   * @param service carries out the update of a host and tells whether it was answered well
   */
  void start(Storm storm, IntPredicate service) {
    for (int number = 0; number < storm.hosts(); number++) {
      int host = number;
      simulation.start("host " + host, storm.time(random), () -> ask(host, service));
    }
  }

  private void ask(int host, IntPredicate service) {
    course.asks(Storm.host(host).hostname(), simulation.instant());
    while (!isAnswered(host, service)) {
      double times = 1 + JITTER * (2 * random.nextDouble() - 1);
      simulation.sleep("asks again", Duration.ofMillis((long) (AGAIN.toMillis() * times)));
    }
  }

  private boolean isAnswered(int host, IntPredicate service) {
    Instant start = simulation.instant();
    boolean good = service.test(host);
    course.answered(good, Duration.between(start, simulation.instant()));
    return good;
  }
}
