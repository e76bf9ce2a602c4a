package io.github.dyn53.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {

  @ParameterizedTest
  @CsvSource({"120, 120", "121, 120", "100000, 120"})
  void shortensClient(int length, int kept) {
    assertThat(new Actor("router", "x".repeat(length), "").client()).isEqualTo("x".repeat(kept));
  }

  @ParameterizedTest
  @CsvSource({"118, 120", "119, 119", "120, 120"})
  void cutsNoCharacterInHalf(int before, int kept) {
    String client = new Actor("router", "x".repeat(before) + "\uD83D\uDE00!", "").client();

    assertThat(client).hasSize(kept);
    assertThat(Character.isHighSurrogate(client.charAt(client.length() - 1))).isFalse();
  }
}
