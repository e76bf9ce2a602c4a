package io.github.dyn53.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final List<String> said = new ArrayList<>();
  private final Simulation simulation = new Simulation(START);

  @Test
  void wakesWhoeverIsFirstInVirtualTime() {
    simulation.start("slow", Duration.ZERO, () -> say("slow", Duration.ofHours(2)));
    simulation.start("quick", Duration.ofSeconds(1), () -> say("quick", Duration.ofMinutes(1)));

    simulation.run();

    assertThat(said).containsExactly("quick at 10:01:01", "slow at 12:00");
  }

  @Test
  void takesTurnsInOrderAtTheSameMoment() {
    IntStream.range(0, 5)
        .forEach(i -> simulation.start("a" + i, Duration.ZERO, () -> say("" + i, Duration.ZERO)));

    simulation.run();

    assertThat(said).map(line -> line.substring(0, 1)).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void runsTheSameForTheSameSeed() {
    assertThat(scheduleOf(7)).isEqualTo(scheduleOf(7)).hasSizeGreaterThan(100);
  }

  @Test
  void runsInEveryOrder() {
    Set<String> orders =
        LongStream.range(0, 500)
            .mapToObj(seed -> String.join("", orderOf(seed)))
            .collect(Collectors.toSet());

    // Two steps each of two actors: six orders.
    assertThat(orders).containsExactlyInAnyOrder("aabb", "abab", "abba", "baab", "baba", "bbaa");
  }

  @Test
  void killsAnActorWhenItsTimeIsOver() {
    Runnable body =
        () -> {
          say("alive", Duration.ofSeconds(1));
          try {
            say("never", Duration.ofSeconds(9));
          } finally {
            say("nothing works for the dead", Duration.ZERO);
          }
        };
    simulation.start("short", Duration.ofSeconds(60), Duration.ofSeconds(10), body);
    simulation.start("late", Duration.ZERO, () -> say("late", Duration.ofSeconds(100)));

    simulation.run();

    assertThat(said).containsExactly("alive at 10:01:01", "late at 10:01:40");
  }

  @Test
  void letsAnActorDie() {
    simulation.start(
        "dying",
        Duration.ZERO,
        () -> {
          simulation.die();
          say("never", Duration.ZERO);
        });

    simulation.run();

    assertThat(said).isEmpty();
  }

  @Test
  void tellsOfAnActorThatFailsAndEndsTheOthers() {
    simulation.start("other", Duration.ZERO, () -> say("never", Duration.ofDays(1)));
    simulation.start(
        "failing",
        Duration.ofSeconds(1),
        () -> {
          throw new IllegalArgumentException("as told");
        });

    assertThatThrownBy(simulation::run).hasRootCauseMessage("as told");
    assertThat(said).isEmpty();
  }

  @Test
  void startsActorsFromActors() {
    simulation.start(
        "parent",
        Duration.ofSeconds(1),
        () -> simulation.start("child", Duration.ofSeconds(1), () -> say("child", Duration.ZERO)));

    simulation.run();

    assertThat(said).containsExactly("child at 10:00:02");
  }

  @Test
  void handsOverHalfAMillionTimesInSeconds() {
    for (int i = 0; i < 100_000; i++) {
      simulation.start("a" + i, Duration.ofMillis(i), this::waitFiveTimes);
    }
    long start = System.nanoTime();

    simulation.run();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  private void waitFiveTimes() {
    for (int step = 0; step < 5; step++) {
      simulation.sleep("waited", Duration.ofMillis(5));
    }
  }

  private void say(String word, Duration after) {
    simulation.sleep(word, after);
    said.add(
        word + " at " + simulation.instant().toString().substring(11).replaceAll("(:00)?Z", ""));
  }

  private static List<String> scheduleOf(long seed) {
    List<String> log = new ArrayList<>();
    var random = new Random(seed);
    var simulation = new Simulation(START, (time, actor, label) -> log.add(time + actor + label));
    for (int i = 0; i < 20; i++) {
      simulation.start("actor " + i, Duration.ZERO, () -> stepTenTimes(simulation, random));
    }
    simulation.run();
    return log;
  }

  private static void stepTenTimes(Simulation simulation, Random random) {
    for (int step = 0; step < 10; step++) {
      step(simulation, random);
    }
  }

  private static void step(Simulation simulation, Random random) {
    simulation.sleep("stepped", Duration.ofNanos(random.nextLong(1_000_000)));
  }

  private static List<String> orderOf(long seed) {
    List<String> order = new ArrayList<>();
    var random = new Random(seed);
    var simulation = new Simulation(START);
    for (String name : List.of("a", "b")) {
      simulation.start(
          name,
          Duration.ZERO,
          () -> {
            step(simulation, random);
            order.add(name);
            step(simulation, random);
            order.add(name);
          });
    }
    simulation.run();
    return order;
  }
}
