package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnameTest {

  private static final String LABEL_63 = "a".repeat(63);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          home.example.com,      home.example.com
          example.com,           example.com
          HOME.Example.COM,      home.example.com
          home.example.com.,     home.example.com
          *.example.com,         *.example.com
          *.Home.example.com.,   *.home.example.com
          1.2.3.com,             1.2.3.com
          9home.example.com,     9home.example.com
          xn--hme-sna.example.com, xn--hme-sna.example.com
          a-b.c--d.e,            a-b.c--d.e
          home.example.c0m,      home.example.c0m
          """)
  void readsNames(String text, String name) {
    assertThat(Hostname.parse(text)).contains(new Hostname(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "home",
        "home.",
        ".example.com",
        "home..example.com",
        "home.example.com..",
        "-home.example.com",
        "home-.example.com",
        "home_1.example.com",
        "home example.com",
        " home.example.com",
        "home.example.com\n",
        "höme.example.com",
        "home\u200b.example.com",
        "\u212Aelvin.example.com",
        "\\052.example.com",
        "*",
        "*.com",
        "**.example.com",
        "a*.example.com",
        "home.*.example.com",
        "*.*.example.com",
        "home.example.123",
        "9.1.2.3",
        "home.example.com/",
        "home.example.com:8080",
        "[::1]"
      })
  void refusesOtherText(String text) {
    assertThat(Hostname.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"253, true", "254, false", "255, false", "300, false", "100000, false"})
  void takesNamesOf253Characters(int length, boolean valid) {
    String name = (LABEL_63 + ".").repeat(length / 64 + 1);
    String text = name.substring(0, length - 2) + ".b";

    assertThat(text).hasSize(length);
    assertThat(Hostname.parse(text).isPresent()).isEqualTo(valid);
    assertThat(Hostname.parse(text + ".").isPresent()).isEqualTo(valid);
  }

  @Test
  void takesLabelsOf63Characters() {
    assertThat(Hostname.parse(LABEL_63 + ".example.com")).isPresent();
    assertThat(Hostname.parse(LABEL_63 + "a.example.com")).isEmpty();
    assertThat(Hostname.parse("example." + LABEL_63)).isPresent();
    assertThat(Hostname.parse("example." + LABEL_63 + "a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOME.example.com", "home.example.com.", "home"})
  void isNeverWrong(String text) {
    assertThatThrownBy(() -> new Hostname(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void knowsItsNames() {
    var home = new Hostname("home.example.com");

    assertThat(home.name()).isEqualTo(new DnsName("home.example.com"));
    assertThat(home.wildcardName()).isEqualTo(new DnsName("*.home.example.com"));
    assertThat(home.isWildcard()).isFalse();
    assertThat(new Hostname("*.example.com").isWildcard()).isTrue();
    assertThat(home).hasToString("home.example.com");
  }
}
