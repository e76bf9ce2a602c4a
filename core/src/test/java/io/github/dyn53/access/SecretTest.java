package io.github.dyn53.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  private static final String TEXT = "abcdefghijklmnopqrstuvwxyz234567";

  @Test
  void hashesWithSha256() {
    // printf abcdefghijklmnopqrstuvwxyz234567 | sha256sum
    assertThat(new Secret(TEXT).hash().value())
        .isEqualTo("84cb29b2c78b393c0d30a90d5a9f670267d02d9ec3743fc1800acff8b03bac15");
    assertThat(new Secret(TEXT).hash().id())
        .isEqualTo(
            "84cb29b2c78b393c0d30a90d5a9f670267d02d9ec3743fc1800acff8b03bac15".substring(0, 12));
    assertThat(new Secret(TEXT).hash())
        .hasToString(
            "84cb29b2c78b393c0d30a90d5a9f670267d02d9ec3743fc1800acff8b03bac15".substring(0, 12));
  }

  @Test
  void holds160BitsOfUniformLetters() {
    var random = new Random(160);
    var secrets = Stream.generate(() -> Secret.random(random)).limit(2_000).toList();

    assertThat(secrets).doesNotHaveDuplicates();
    for (int position = 0; position < 32; position++) {
      int at = position;
      Set<Character> letters =
          secrets.stream().map(s -> s.value().charAt(at)).collect(Collectors.toSet());
      // 32 letters in each of 32 places: 5 bits times 32.
      assertThat(letters).hasSize(32);
    }
    assertThat(secrets).allMatch(secret -> secret.value().matches("[a-z2-7]{32}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abcdefghijklmnopqrstuvwxyz23456",
        "abcdefghijklmnopqrstuvwxyz2345677",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        "abcdefghijklmnopqrstuvwxyz234560",
        "abcdefghijklmnopqrstuvwxyz23456 ",
        "abcdefghijklmnopqrstuvwxyz23456\u00e4"
      })
  void refusesOtherText(String text) {
    assertThat(Secret.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Secret(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a secret of dyn53");
  }

  @Test
  void printsNothingOfItself() {
    assertThat(Secret.parse(TEXT)).contains(new Secret(TEXT));
    assertThat(new Secret(TEXT)).hasToString("Secret[redacted]");
  }
}
