package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home.example.org       | home.example.org.
          home.example.org.      | home.example.org.
          HOME.Example.ORG       | home.example.org.
          *.example.org          | \\052.example.org.
          \\052.example.org      | \\052.example.org.
          _acme-challenge.a.org  | _acme-challenge.a.org.
          a\\040b.example.org    | a\\040b.example.org.
          a/b.example.org        | a\\057b.example.org.
          a\\056b.example.org    | a\\056b.example.org.
          \\101.example.org      | a.example.org.
          ex\\344mple.org        | ex\\344mple.org.
          """)
  void writesWhatItReadsAsRoute53Does(String sent, String answered) throws InvalidValueException {
    assertThat(Names.text(Names.read(sent))).isEqualTo(answered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | DomainLabelEmpty
          .               | DomainLabelEmpty
          a..example.org  | DomainLabelEmpty
          .example.org    | DomainLabelEmpty
          a b.example.org | UnsupportedCharacter
          ä.example.org   | UnsupportedCharacter
          a\\9.example    | UnsupportedCharacter
          a\\400.example  | UnsupportedCharacter
          a\\05           | UnsupportedCharacter
          """)
  void refusesWhatIsNoName(String text, String problem) {
    assertThatThrownBy(() -> Names.read(text)).hasMessageStartingWith("FATAL problem: " + problem);
  }

  @Test
  void takesLabelsOf63OctetsAndNoLongerOnes() throws InvalidValueException {
    assertThat(Names.read("a".repeat(63) + ".org").labels()).isEqualTo(3);
    assertThatThrownBy(() -> Names.read("a".repeat(64) + ".org"))
        .hasMessageContaining("DomainLabelTooLong");
  }

  @Test
  void takesNamesOf255OctetsAndNoLongerOnes() throws InvalidValueException {
    var longest =
        "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(61);

    assertThat(Names.read(longest).length()).isEqualTo((short) 255);
    assertThatThrownBy(() -> Names.read(longest + "d")).hasMessageContaining("DomainNameTooLong");
  }

  @Test
  void sortsByReversedLabelsWithTheirDots() throws InvalidValueException {
    var sorted =
        Stream.of("b.org", "a.b.org", "a-b.org", "*.b.org", "z.a.org", "a.org")
            .sorted(Comparator.comparing(NamesTest::key))
            .toList();

    // "-" sorts before the dot that ends a label, so a-b.org stands between a.org's reversed
    // neighbours.
    assertThat(sorted)
        .containsExactly("a-b.org", "a.org", "z.a.org", "b.org", "*.b.org", "a.b.org");
  }

  @Test
  void keepsDotInsideLabelApartFromTheEndOfOne() {
    assertThat(key("a\\056b.org")).isNotEqualTo(key("b.a.org")).isNotEqualTo(key("a.b.org"));
  }

  private static String key(String name) {
    try {
      return Names.sortKey(Names.read(name));
    } catch (InvalidValueException e) {
      throw new AssertionError(e);
    }
  }
}
