package io.github.dyn53.simulation;

import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.host.StateUnavailableException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Carries out the calls of ports as a network and two services do: late, in doubt, or not at all.
 */
final class Faults {

  /** How long a call takes on average. */
  private static final Duration USUAL = Duration.ofMillis(20);

  /** How many times as long a slow one takes. */
  private static final int SLOWNESS = 100;

  /** What the functions' DynamoDB client gives a call. */
  private static final Duration STATE_LIMIT = Duration.ofMillis(1_800);

  /**
   * How long after its caller gave up or died a call may still be carried out: less than what
   * {@code publish} leaves between one writer's last batch and the next writer's first.
   */
  private static final Duration LATEST = Duration.ofMillis(1_900);

  private final Simulation simulation;
  private final RandomGenerator random;
  private Chances chances;

  Faults(Simulation simulation, RandomGenerator random, Chances chances) {
    this.simulation = simulation;
    this.random = random;
    this.chances = chances;
  }

  /** From now on all goes well. */
  void end() {
    chances = Chances.NONE;
  }

  /** Carries out a call of DynamoDB. */
  <T> T state(String label, Supplier<T> call) {
    if (happens(chances.notDone())) {
      simulation.sleep(label + ": not done", latency());
      throw new StateUnavailableException("could not " + label);
    }
    return carryOut(label, STATE_LIMIT, call, StateUnavailableException::new);
  }

  /**
   * Carries out a save of DynamoDB, whose client library tries again when an answer is lost: then
   * its second attempt finds that somebody came first, who was itself.
   */
  boolean save(Supplier<Boolean> call) {
    boolean saved = state("save", call);
    return saved && !happens(chances.lost() / 4);
  }

  /** Carries out a call of Route 53. */
  <T> T zone(String label, Duration timeLimit, Supplier<T> call) {
    if (happens(chances.throttled())) {
      refuseNow(label, Reason.THROTTLED, timeLimit);
    }
    if (happens(chances.busy())) {
      refuseNow(label, Reason.BUSY, timeLimit);
    }
    return carryOut(
        label, timeLimit, call, text -> new ZoneUnavailableException(Reason.UNKNOWN, text));
  }

  private void refuseNow(String label, Reason reason, Duration timeLimit) {
    simulation.sleep(label + ": " + reason, least(latency(), timeLimit));
    throw new ZoneUnavailableException(reason, reason + ": " + label);
  }

  private <T> T carryOut(
      String label,
      Duration timeLimit,
      Supplier<T> call,
      Function<String, RuntimeException> unknown) {
    dieSometimes();
    Duration half = latency();
    if (happens(chances.killed())) {
      later(label, timeLimit, call);
      simulation.die();
    }
    if (happens(chances.lost()) || half.multipliedBy(2).compareTo(timeLimit) > 0) {
      later(label, timeLimit, call);
      simulation.sleep(label + ": no answer", timeLimit);
      throw unknown.apply("no answer: " + label);
    }
    simulation.sleep("sent: " + label, half);
    T result = call.get();
    simulation.sleep("answered: " + label, half);
    dieSometimes();
    return result;
  }

  /** The call is on its way and arrives at some time, whatever becomes of its caller. */
  private void later(String label, Duration timeLimit, Supplier<?> call) {
    Duration latest = random.nextBoolean() ? timeLimit : timeLimit.plus(LATEST);
    Duration delay = Duration.ofNanos(random.nextLong(latest.toNanos()));
    simulation.start(
        "in flight: " + label,
        delay,
        () -> {
          try {
            var unused = call.get();
            simulation.sleep("arrived", Duration.ZERO);
          } catch (ZoneRefusedException e) {
            // Nobody hears of it.
          }
        });
  }

  private void dieSometimes() {
    if (happens(chances.killed())) {
      simulation.die();
    }
  }

  /**
   * Draws a number for each question, asked for or not, so that every answer is by chance alone.
   */
  private boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  private Duration latency() {
    double times = -Math.log(1 - random.nextDouble());
    int slowness = happens(chances.slow()) ? SLOWNESS : 1;
    return Duration.ofNanos((long) (USUAL.toNanos() / 2.0 * times * slowness));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
