package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          9.1.2.0/24,   9.1.2.0,         true
          9.1.2.0/24,   9.1.2.255,       true
          9.1.2.0/24,   9.1.1.255,       false
          9.1.2.0/24,   9.1.3.0,         false
          9.1.2.77/24,  9.1.2.1,         true
          9.1.2.128/25, 9.1.2.127,       false
          9.1.2.128/25, 9.1.2.128,       true
          9.1.2.3,      9.1.2.3,         true
          9.1.2.3,      9.1.2.2,         false
          9.1.2.3/31,   9.1.2.2,         true
          0.0.0.0/0,    255.255.255.255, true
          0.0.0.0/0,    ::,              false
          128.0.0.0/1,  127.255.255.255, false
          ::/0,         ffff::,          true
          ::/0,         9.1.2.3,         false
          2600::/15,    2601:ffff::1,    true
          2600::/15,    2602::,          false
          2600::1,      2600::1,         true
          2600::1/127,  2600::,          true
          2600::1/127,  2600::2,         false
          """)
  void containsItsAddresses(String network, String address, boolean contained) {
    assertThat(
            Network.parse(network).orElseThrow().contains(IpAddress.parse(address).orElseThrow()))
        .isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({
    "9.1.2.3, 9.1.2.3/32",
    "9.1.2.0/24, 9.1.2.0/24",
    "2600::1, 2600::1/128",
    "2600:0::/32, 2600::/32"
  })
  void writesCidr(String text, String cidr) {
    assertThat(Network.parse(text).map(Network::text)).contains(cidr);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "9.1.2.0/",
        "9.1.2.0/33",
        "9.1.2.0/-1",
        "9.1.2.0/+8",
        "9.1.2.0/24/24",
        "9.1.2.0/a",
        "9.1.2.0/0000",
        "9.1.2.0/\u0661",
        "2600::/129",
        "nonsense/8"
      })
  void refusesOtherText(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 33})
  void isNeverWrong(int length) {
    assertThatThrownBy(() -> new Network(new Ipv4Address(0), length))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
