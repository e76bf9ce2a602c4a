package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prefixes, interface ids, and the addresses they make. */
class PrefixTest {

  @ParameterizedTest
  @CsvSource({
    "2600:1:2::/48, 2600:1:2::/48",
    "2600:1:2:ff00::/56, 2600:1:2:ff00::/56",
    "2600:0001:0002:FFe0:0:0:0:0/59, 2600:1:2:ffe0::/59",
    "2600:1:2:3::/64, 2600:1:2:3::/64",
  })
  void readsPrefix(String text, String canonical) {
    assertThat(Ipv6Prefix.parse(text).orElseThrow().text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2600:1::/47",
        "2600:1:2:3::/65",
        "2600:1:2:3::/128",
        "2600:1:2:3::",
        "2600:1:2:3::/",
        "2600:1:2:3::/6",
        "2600:1:2:3::/064",
        "2600:1:2:3::/+6",
        "2600:1:2:3::/٦٤",
        "2600:1:2:3::1/64",
        "2600:1:2:3::/56",
        "2600:1:2:1::/63",
        "9.1.2.0/48",
        "/64",
        ""
      })
  void refusesWhatIsNoPrefix(String text) {
    assertThat(Ipv6Prefix.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "::1, ::1",
    "::211:22ff:fe33:4455, ::211:22ff:fe33:4455",
    "0:0:0:0:a:B:c:d, ::a:b:c:d",
    "00:11:22:33:44:55, ::211:22ff:fe33:4455",
    "02-11-22-AA-bb-FF, ::11:22ff:feaa:bbff",
    "34:56:78:9a:bc:de, ::3656:78ff:fe9a:bcde",
  })
  void readsInterfaceId(String text, String canonical) {
    assertThat(InterfaceId.parse(text).orElseThrow().text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "::",
        "1::1",
        "2600:1:2:3::1",
        "::1:a:b:c:d",
        "00:11:22:33:44",
        "00:11:22:33:44:5g",
        "00:11:22-33:44:55",
        "00.11.22.33.44.55",
        "001122334455",
        "none"
      })
  void refusesWhatIsNoInterfaceId(String text) {
    assertThat(InterfaceId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2600:1:2::/48, 65535, 2600:1:2:ffff:a:b:c:d",
    "2600:1:2:ab00::/56, 18, 2600:1:2:ab12:a:b:c:d",
    "2600:1:2:ab00::/56, 0, 2600:1:2:ab00:a:b:c:d",
    "2600:1:2:3::/64, 0, 2600:1:2:3:a:b:c:d",
  })
  void makesAddress(String prefix, int subnet, String address) {
    assertThat(prefix(prefix).address(subnet, id("::a:b:c:d")).text()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({"2600:1:2:3::/64, 1", "2600:1:2::/60, 16", "2600:1:2::/48, 65536", "2600::/48, -1"})
  void hasNoAddressInSubnetThatDoesNotFit(String prefix, int subnet) {
    assertThat(prefix(prefix).holds(subnet)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prefix(prefix).address(subnet, id("::1")));
  }

  @Test
  void knowsNoPrefixOfOtherLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ipv6Prefix(0x2600L << 48, 47));
    assertThatIllegalArgumentException().isThrownBy(() -> new Ipv6Prefix(1, 56));
    assertThatIllegalArgumentException().isThrownBy(() -> new InterfaceId(0));
  }

  private static Ipv6Prefix prefix(String text) {
    return Ipv6Prefix.parse(text).orElseThrow();
  }

  private static InterfaceId id(String text) {
    return InterfaceId.parse(text).orElseThrow();
  }
}
