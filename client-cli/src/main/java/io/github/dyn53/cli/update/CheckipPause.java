package io.github.dyn53.cli.update;

import io.github.dyn53.cli.address.Pause;
import io.github.dyn53.cli.config.Durations;
import io.github.dyn53.cli.state.HoldOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Waits before the endpoint is asked for the address again, as long as it would be waited before an
 * update; remembered with the rest of the state, so that a timer's next run waits as well.
 */
public final class CheckipPause implements Pause {

  private final InstantSource clock;
  private final RandomGenerator random;
  private Optional<HoldOff> hold = Optional.empty();

  /** No pause so far. */
  public CheckipPause(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  void set(Optional<HoldOff> hold) {
    this.hold = hold;
  }

  Optional<HoldOff> hold() {
    return hold;
  }

  @Override
  public Optional<String> why() {
    Instant now = clock.instant();
    if (hold.isEmpty() || !now.isBefore(hold.get().until())) {
      return Optional.empty();
    }
    Duration left = Duration.between(now, hold.get().until());
    return Optional.of(hold.get().reason() + "; it is asked again in " + Durations.describe(left));
  }

  @Override
  public void begin(String reason, Optional<String> retryAfter) {
    Instant now = clock.instant();
    int failures = hold.isPresent() ? hold.get().failures() + 1 : 1;
    Optional<Duration> wish =
        retryAfter.isPresent() ? RetryAfter.parse(retryAfter.get().strip(), now) : Optional.empty();
    Instant until = now.plus(BackOff.after(failures, wish, random));
    hold = Optional.of(new HoldOff(failures, now, until, false, reason));
  }

  @Override
  public void end() {
    hold = Optional.empty();
  }
}
