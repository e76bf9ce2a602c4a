package io.github.dyn53.memory;

import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Lease;
import io.github.dyn53.publish.Turns;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** Turns in memory. Safe for use by several threads. */
public final class InMemoryTurns implements Turns {

  private final ConcurrentHashMap<ZoneId, Lease> turns = new ConcurrentHashMap<>();

  @Override
  public boolean take(ZoneId zone, Lease turn, Instant now) {
    Lease holder =
        turns.merge(
            zone,
            turn,
            (held, asked) -> held.isLive(now) && held.id() != asked.id() ? held : asked);
    return holder.equals(turn);
  }

  @Override
  public void giveBack(ZoneId zone, Lease turn) {
    turns.computeIfPresent(zone, (unused, held) -> held.id() == turn.id() ? null : held);
  }
}
