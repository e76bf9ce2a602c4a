package io.github.dyn53.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Lease;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Turns} keeps to. */
public abstract class TurnsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
  private static final Instant END = NOW.plusSeconds(25);

  private final ZoneId zone =
      new ZoneId("Z" + Long.toUnsignedString(new SecureRandom().nextLong()));
  private final Lease mine = new Lease(Long.MIN_VALUE, END);
  private final Lease theirs = new Lease(Long.MAX_VALUE, END.plusSeconds(5));

  /** The turns under test; the same ones at each call. */
  protected abstract Turns turns();

  @Test
  void givesTheTurnToTheFirst() {
    assertThat(turns().take(zone, mine, NOW)).isTrue();
    assertThat(turns().take(zone, theirs, NOW)).isFalse();
  }

  /** The client library repeats what was not answered. */
  @Test
  void takesTheSameTurnTwice() {
    assertThat(turns().take(zone, mine, NOW)).isTrue();
    assertThat(turns().take(zone, mine, NOW)).isTrue();
  }

  @Test
  void givesTheTurnAgainOnceItRanOut() {
    assertThat(turns().take(zone, mine, NOW)).isTrue();

    assertThat(turns().take(zone, theirs, END.minusNanos(1_000))).isFalse();
    assertThat(turns().take(zone, theirs, END)).isTrue();
    assertThat(turns().take(zone, mine, END)).isFalse();
  }

  @Test
  void givesTheTurnAgainOnceItIsGivenBack() {
    assertThat(turns().take(zone, mine, NOW)).isTrue();
    turns().giveBack(zone, mine);

    assertThat(turns().take(zone, theirs, NOW)).isTrue();
  }

  @Test
  void givesBackNobodyElsesTurn() {
    assertThat(turns().take(zone, theirs, NOW)).isTrue();
    turns().giveBack(zone, mine);

    assertThat(turns().take(zone, mine, NOW)).isFalse();
  }

  @Test
  void keepsZonesApart() {
    assertThat(turns().take(zone, mine, NOW)).isTrue();

    assertThat(turns().take(new ZoneId(zone.value() + "X"), theirs, NOW)).isTrue();
  }
}
