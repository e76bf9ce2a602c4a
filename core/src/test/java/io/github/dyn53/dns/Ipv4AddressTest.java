package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0",
    "255.255.255.255, -1",
    "127.0.0.1, 2130706433",
    "128.0.0.0, -2147483648",
    "1.2.3.4, 16909060"
  })
  void readsDottedDecimal(String text, int bits) {
    assertThat(Ipv4Address.parse(text)).contains(new Ipv4Address(bits));
    assertThat(new Ipv4Address(bits).text()).isEqualTo(text);
    assertThat(new Ipv4Address(bits)).hasToString(text);
    assertThat(IpAddress.parse(text)).contains(new Ipv4Address(bits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        "1",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4.",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.999",
        "1.2.3.0004",
        "01.2.3.4",
        "1.2.3.00",
        "0x1.2.3.4",
        "1.2.3.-4",
        "+1.2.3.4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4\n",
        "1,2,3,4",
        "16909060",
        "1.2.3.4/32",
        "1.2.3.a",
        "\u0661.1.1.1",
        "1.2.3.4\u0000",
        "99999999999.1.1.1"
      })
  void refusesOtherText(String text) {
    assertThat(Ipv4Address.parse(text)).isEmpty();
    assertThat(IpAddress.parse(text)).isEmpty();
  }
}
