package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Draws what else keeps the hosts of a run from having what is asked for them. */
final class DrawnTrouble {

  private static final Duration LONG = Duration.ofSeconds(150);

  private static final List<Meddling.Kind> KINDS = List.of(Meddling.Kind.values());

  private final List<Host> hosts;
  private final Supplier<Duration> moments;
  private final RandomGenerator random;

  /**
   * Prepares to draw.
   *
   * @param moments draws when something happens
   */
  DrawnTrouble(List<Host> hosts, Supplier<Duration> moments, RandomGenerator random) {
    this.hosts = hosts;
    this.moments = moments;
    this.random = random;
  }

  /** From a quiet day to one when nothing works; what goes wrong differs from run to run. */
  static Chances chances(RandomGenerator random) {
    double killed = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.1;
    double notDone = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.2;
    double lost = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.3;
    double throttled = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.5;
    double busy = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.5;
    double slow = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.1;
    return new Chances(killed, notDone, lost, throttled, busy, slow);
  }

  /** So low that what is asked in a run goes beyond them. */
  static Limits limits(RandomGenerator random) {
    return new Limits(1 + random.nextInt(3), random.nextInt(4), 1 + random.nextInt(3));
  }

  /** What zones won't take, from some time on. */
  List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    for (int number = 1 + random.nextInt(2); number > 0; number--) {
      Host host = hosts.get(random.nextInt(hosts.size()));
      RecordKey key = key(host);
      Duration from = random.nextBoolean() ? Duration.ZERO : moments.get();
      Duration lasts = Duration.ofNanos(random.nextLong(LONG.toNanos()));
      refusals.add(
          new Refusal(
              host.settings().zone(),
              Optional.of(key).filter(one -> random.nextInt(6) > 0),
              from,
              random.nextBoolean() ? Refusal.FOR_EVER : from.plus(lasts)));
    }
    return refusals;
  }

  /** What somebody else does to the hosts' record sets. */
  List<Meddling> meddlings() {
    List<Meddling> meddlings = new ArrayList<>();
    for (int number = 1 + random.nextInt(3); number > 0; number--) {
      Host host = hosts.get(random.nextInt(hosts.size()));
      Meddling.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      meddlings.add(new Meddling(moments.get(), host.settings().zone(), key(host), kind));
    }
    return meddlings;
  }

  /** In the same order in every process, as a set's is not. */
  private RecordKey key(Host host) {
    List<RecordKey> keys =
        host.recordKeys().stream().sorted(Comparator.comparing(RecordKey::text)).toList();
    return keys.get(random.nextInt(keys.size()));
  }
}
