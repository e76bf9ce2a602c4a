package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Silence;
import io.github.dyn53.update.UpdateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Draws plans; each kind of trouble is in a share of them, so that most have some and not all. */
final class Drawing {

  /** How far apart requests may be: at once, as a router repeats itself, over a lease. */
  private static final List<Duration> SPREADS =
      List.of(
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60));

  private static final Duration JOBS_WITHIN = Duration.ofSeconds(150);

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
    boolean meddled = random.nextInt(4) == 0;
    List<Host> hosts = DrawnHosts.few(silences, meddled, random);
    List<Duration> acts = acts(challenges, silences);
    List<Plan.Asked> requests = new ArrayList<>();
    for (UpdateRequest request : new DrawnRequests(hosts, challenges, random).draw()) {
      requests.add(new Plan.Asked(during(acts, spread), request));
    }
    var trouble = new DrawnTrouble(hosts, () -> during(acts, spread), random);
    return new Plan(
        hosts,
        requests,
        few(() -> during(acts, JOBS_WITHIN)),
        meddled ? few(() -> during(acts, JOBS_WITHIN)) : List.of(),
        acts.getLast().plus(quiet(challenges || silences)),
        random.nextInt(4) == 0 ? DrawnTrouble.limits(random) : Limits.USUAL,
        random.nextInt(4) == 0 ? trouble.refusals() : List.of(),
        meddled ? trouble.meddlings() : List.of(),
        DrawnTrouble.chances(random));
  }

  private List<Duration> few(Supplier<Duration> moments) {
    return Stream.generate(moments).limit(random.nextInt(3)).toList();
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
    var trouble = new DrawnTrouble(hosts, () -> within(spread), random);
    return new Plan(
        hosts,
        requests,
        List.of(within(JOBS_WITHIN)),
        List.of(),
        QUIET,
        Limits.USUAL,
        random.nextInt(3) == 0 ? trouble.refusals() : List.of(),
        List.of(),
        DrawnTrouble.chances(random));
  }

  private Duration during(List<Duration> acts, Duration within) {
    return acts.get(random.nextInt(acts.size())).plus(within(within));
  }

  private Duration within(Duration time) {
    return Duration.ofNanos(random.nextLong(time.toNanos()));
  }
}
