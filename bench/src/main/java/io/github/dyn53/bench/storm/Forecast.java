package io.github.dyn53.bench.storm;

import io.github.dyn53.simulation.Simulation;
import java.time.Duration;
import java.util.List;

/**
 * How a storm went.
 *
 * @param last from the question of the host that waited longest to its right record set
 * @param median the same for half of the hosts
 * @param p99 the same for 99 of 100 hosts
 * @param all from the storm's beginning until every host was right
 * @param errors answers that told a client it failed
 * @param lost hosts that never came right
 * @param reply the time that 99 of 100 answers took at the most
 * @param asked requests to Route 53, the refused ones included
 * @param throttled how many of them were throttled
 */
record Forecast(
    Duration last,
    Duration median,
    Duration p99,
    Duration all,
    int errors,
    int lost,
    Duration reply,
    long asked,
    long throttled) {

  private static final double MILLISECONDS = 1_000.0;

  /** Simulates a storm with the real core. */
  static Forecast ofDyn53(Storm storm, Route53Limits limits) {
    var simulation = new Simulation(Storm.START);
    var course = new Course();
    var zones = new Route53Model(simulation, limits, course::published);
    var dyn53 = new Dyn53(simulation, zones);
    dyn53.add(storm);
    new Clients(simulation, course).start(storm, dyn53::update);
    simulation.run();
    return of(course, zones);
  }

  /** Simulates the same storm with one call for each change. */
  static Forecast ofOneByOne(Storm storm, Route53Limits limits) {
    var simulation = new Simulation(Storm.START);
    var course = new Course();
    var zones = new Route53Model(simulation, limits, course::published);
    new Clients(simulation, course).start(storm, new OneByOne(simulation, zones)::update);
    simulation.run();
    return of(course, zones);
  }

  private static Forecast of(Course course, Route53Model zones) {
    List<Duration> delays = course.delays();
    return new Forecast(
        percentile(delays, 100),
        percentile(delays, 50),
        percentile(delays, 99),
        Duration.between(Storm.START, course.end()),
        course.errors(),
        course.lost(),
        percentile(course.replies(), 99),
        zones.asked(),
        zones.throttled());
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(rank, 1) - 1);
  }

  /** Requests to Route 53 a second, until every host was right. */
  double requestsPerSecond() {
    return asked / (all.toMillis() / MILLISECONDS);
  }
}
