package io.github.dyn53.access;

import static io.github.dyn53.access.TokenSamples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true"})
  void expiresAtItsTime(int secondsAfter, boolean expired) {
    Token token = TokenSamples.bare().endingBy(CREATED.plusSeconds(60));

    assertThat(token.isExpired(CREATED.plusSeconds(60 + secondsAfter))).isEqualTo(expired);
    assertThat(TokenSamples.bare().isExpired(CREATED.plusSeconds(1_000_000_000))).isFalse();
  }

  @Test
  void endsNoLaterThanItWouldHaveAnyway() {
    Token token = TokenSamples.bare().endingBy(CREATED.plusSeconds(60));

    assertThat(token.endingBy(CREATED.plusSeconds(59)).expires()).contains(CREATED.plusSeconds(59));
    assertThat(token.endingBy(CREATED.plusSeconds(61)).expires()).contains(CREATED.plusSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "ABCDEF", "not hexadecimal"})
  void refusesWhatIsNoHash(String text) {
    assertThatThrownBy(() -> new TokenHash(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
