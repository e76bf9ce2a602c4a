package io.github.dyn53.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.FreshNames;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnknownTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final UnknownTokens unknown = new UnknownTokens();
  private final TokenHash hash = FreshNames.tokenHash();

  @Test
  void forgetsAfterNinetySeconds() {
    unknown.add(hash, NOW);

    assertThat(unknown.contains(hash, NOW)).isTrue();
    assertThat(unknown.contains(hash, NOW.plusMillis(89_999))).isTrue();
    assertThat(unknown.contains(hash, NOW.plusMillis(90_000))).isFalse();
    assertThat(unknown.contains(FreshNames.tokenHash(), NOW)).isFalse();
  }

  @Test
  void forgetsOldestWhenItIsFull() {
    unknown.add(hash, NOW);
    TokenHash second = FreshNames.tokenHash();
    unknown.add(second, NOW);
    unknown.add(hash, NOW);
    for (int i = 0; i < 9_999; i++) {
      unknown.add(new TokenHash("%064x".formatted(i)), NOW);
    }

    // Added again and so younger than the second: it is the one of the two that is left.
    assertThat(unknown.contains(hash, NOW)).isTrue();
    assertThat(unknown.contains(second, NOW)).isFalse();
    unknown.add(FreshNames.tokenHash(), NOW);
    assertThat(unknown.contains(hash, NOW)).isFalse();
  }
}
