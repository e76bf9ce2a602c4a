package io.github.dyn53.cli.watch;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.dns.Family;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Spares a source: in between it is taken to say what it said last. After a signal it is asked at
 * once, though not endlessly often; one that fails is asked ever more seldom.
 */
public final class PacedSource implements AddressSource {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LEAST_PAUSE = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 12;

  private final AddressSource source;
  private final Duration every;
  private final Allowance allowance;
  private final Freshness freshness;
  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final Map<Family, Last> known = new EnumMap<>(Family.class);

  /** What was said last, and until when it stands. */
  private record Last(Told told, long until, int failures, int generation) {}

  /** What the source itself said, and when it was asked. */
  record Told(Finding finding, long at) {}

  /**
   * Spares a source.
   *
   * @param every how long what it said stands; zero for a source that costs nothing
   */
  public PacedSource(
      AddressSource source,
      Duration every,
      Freshness freshness,
      LongSupplier nanos,
      RandomGenerator random) {
    this.source = source;
    this.every = every;
    this.allowance = new Allowance(every);
    this.freshness = freshness;
    this.nanos = nanos;
    this.random = random;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Finding find(Family family) {
    long now = nanos.getAsLong();
    Last last = known.get(family);
    if (last != null && now - last.until < 0 && !isDoubtful(last, now)) {
      return last.told.finding;
    }
    Finding finding = source.find(family);
    int failures = finding instanceof Finding.Failed ? (last == null ? 1 : last.failures + 1) : 0;
    known.put(
        family,
        new Last(new Told(finding, now), now + pause(failures), failures, freshness.generation()));
    return finding;
  }

  /** What it said last, without asking it; nothing where it never was asked. */
  Optional<Told> told(Family family) {
    Last last = known.get(family);
    return last == null ? Optional.empty() : Optional.of(last.told);
  }

  private boolean isDoubtful(Last last, long now) {
    return last.generation != freshness.generation() && allowance.take(now);
  }

  private long pause(int failures) {
    long usual = every.toNanos();
    if (failures > 0) {
      long doubled = FIRST_RETRY.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
      long most = Math.max(usual, LEAST_PAUSE.toNanos());
      usual = Math.min(doubled, most);
    }
    return (long) (usual * (0.9 + 0.2 * random.nextDouble()));
  }
}
