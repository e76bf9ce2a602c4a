package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          home.example.com,          home.example.com
          home.example.com.,         home.example.com
          HOME.Example.com,          home.example.com
          \\052.home.example.com.,   *.home.example.com
          *.home.example.com,        *.home.example.com
          \\110ome.example.com,      home.example.com
          _acme-challenge.home.com,  _acme-challenge.home.com
          a\\040b.example.com,       a b.example.com
          a\\05.example.com,         a\\05.example.com
          a\\09x.example.com,        a\\09x.example.com
          example.com\\05,           example.com\\05
          """)
  void comparesInOneForm(String text, String canonical) {
    assertThat(new DnsName(text)).hasToString(canonical);
  }

  @Test
  void foldsAsciiOnly() {
    assertThat(new DnsName("\u212Aelvin.Ö")).hasToString("\u212Aelvin.Ö");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          home.example.com,   example.com, true
          example.com,        example.com, true
          *.example.com,      example.com, true
          badexample.com,     example.com, false
          com,                example.com, false
          example.com.net,    example.com, false
          """)
  void isWithinZoneLabelByLabel(String name, String zone, boolean within) {
    assertThat(new DnsName(name).isWithin(new DnsName(zone))).isEqualTo(within);
  }

  @Test
  void unescapesInLinearTime() {
    String hostile = "\\052".repeat(100_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(1), () -> assertThat(new DnsName(hostile).value()).hasSize(100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A home.example.com", "AAAA *.home.example.com", "TXT _x.example.com"})
  void readsKeyBack(String text) {
    assertThat(RecordKey.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "home.example.com", "MX home.example.com", "a home.example.com"})
  void refusesOtherKeys(String text) {
    Assertions.assertThrows(IllegalArgumentException.class, () -> RecordKey.parse(text));
  }
}
