package io.github.dyn53.memory;

import io.github.dyn53.publish.Storms;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The note of a storm in memory. Safe for use by several threads. */
public final class InMemoryStorms implements Storms {

  private final AtomicReference<Optional<Instant>> until = new AtomicReference<>(Optional.empty());

  @Override
  public void declare(Instant end) {
    until.set(Optional.of(end));
  }

  @Override
  public Optional<Instant> until() {
    return until.get();
  }
}
