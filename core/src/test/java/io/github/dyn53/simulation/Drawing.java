package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Silence;
import io.github.dyn53.update.UpdateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Draws plans; each kind of trouble is in a share of them, so that most have some and not all. */
final class Drawing {

  /** How far apart requests may be: at once, as a router repeats itself, over a lease. */
  private static final List<Duration> SPREADS =
      List.of(
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60));

  private static final Duration SWEEPS_WITHIN = Duration.ofSeconds(150);

  /** By then everybody has come to an end and every lease is over. */
  private static final Duration QUIET = Duration.ofHours(1);

  private final RandomGenerator random;
  private final Duration spread;

  private Drawing(RandomGenerator random) {
    this.random = random;
    this.spread = SPREADS.get(random.nextInt(SPREADS.size()));
  }

  /** Draws a plan of anything. */
  static Plan plan(RandomGenerator random) {
    return new Drawing(random).plan();
  }

  /** A router whose provider moves a house of fifty hosts in three zones to other prefixes. */
  static Plan moves(RandomGenerator random) {
    return new Drawing(random).moves();
  }

  private Plan plan() {
    boolean challenges = random.nextInt(3) == 0;
    boolean silences = random.nextInt(4) == 0;
    List<Host> hosts = DrawnHosts.few(silences, random);
    List<Duration> acts = acts(challenges, silences);
    List<Plan.Asked> requests = new ArrayList<>();
    for (UpdateRequest request : new DrawnRequests(hosts, challenges, random).draw()) {
      requests.add(new Plan.Asked(during(acts, spread), request));
    }
    List<Duration> sweeps = new ArrayList<>();
    for (int sweep = random.nextInt(3); sweep > 0; sweep--) {
      sweeps.add(during(acts, SWEEPS_WITHIN));
    }
    Duration quiet = acts.getLast().plus(quiet(challenges || silences));
    List<Refusal> refusals =
        random.nextInt(4) == 0 ? refusals(hosts, () -> during(acts, spread)) : List.of();
    return new Plan(hosts, requests, sweeps, quiet, limits(), refusals, chances());
  }

  /** When something goes on: at first, and at times again when what was asked first runs out. */
  private List<Duration> acts(boolean challenges, boolean silences) {
    List<Duration> acts = new ArrayList<>();
    acts.add(Duration.ZERO);
    if (silences && random.nextBoolean()) {
      acts.add(Silence.SHORTEST);
    }
    if (challenges && random.nextBoolean()) {
      acts.add(Challenge.LASTS);
    }
    return acts;
  }

  /** At times all that was asked for has run out by then. */
  private Duration quiet(boolean runsOut) {
    return runsOut && random.nextInt(3) == 0 ? QUIET.plus(Challenge.LASTS) : QUIET;
  }

  private Plan moves() {
    List<Host> hosts = DrawnHosts.house();
    List<Plan.Asked> requests = new ArrayList<>();
    for (int number = 1; number <= 2 + random.nextInt(3); number++) {
      UpdateRequest request = DrawnRequests.move(number, hosts.get(0).hostname());
      requests.add(new Plan.Asked(within(spread), request));
    }
    List<Duration> sweeps = List.of(within(SWEEPS_WITHIN));
    List<Refusal> refusals =
        random.nextInt(3) == 0 ? refusals(hosts, () -> within(spread)) : List.of();
    return new Plan(hosts, requests, sweeps, QUIET, Limits.USUAL, refusals, chances());
  }

  /** At times so low that what is asked in a run goes beyond them. */
  private Limits limits() {
    return random.nextInt(4) == 0
        ? new Limits(1 + random.nextInt(3), random.nextInt(4), 1 + random.nextInt(3))
        : Limits.USUAL;
  }

  private List<Refusal> refusals(List<Host> hosts, Supplier<Duration> later) {
    List<Refusal> refusals = new ArrayList<>();
    for (int number = 1 + random.nextInt(2); number > 0; number--) {
      Host host = hosts.get(random.nextInt(hosts.size()));
      List<RecordKey> keys =
          host.recordKeys().stream().sorted(Comparator.comparing(RecordKey::text)).toList();
      RecordKey key = keys.get(random.nextInt(keys.size()));
      Duration from = random.nextBoolean() ? Duration.ZERO : later.get();
      refusals.add(
          new Refusal(
              host.settings().zone(),
              Optional.of(key).filter(one -> random.nextInt(6) > 0),
              from,
              random.nextBoolean() ? Refusal.FOR_EVER : from.plus(within(SWEEPS_WITHIN))));
    }
    return refusals;
  }

  /** From a quiet day to one when nothing works; what goes wrong differs from run to run. */
  private Chances chances() {
    double killed = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.1;
    double notDone = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.2;
    double lost = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.3;
    double throttled = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.5;
    double busy = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.5;
    double slow = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.1;
    return new Chances(killed, notDone, lost, throttled, busy, slow);
  }

  private Duration during(List<Duration> acts, Duration within) {
    return acts.get(random.nextInt(acts.size())).plus(within(within));
  }

  private Duration within(Duration time) {
    return Duration.ofNanos(random.nextLong(time.toNanos()));
  }
}
