package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that record sets are made of. */
class RecordValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 604_800})
  void takesTtlUpToOneWeek(int seconds) {
    assertThat(new Ttl(seconds).seconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 604_801})
  void refusesOtherTtls(int seconds) {
    assertThatThrownBy(() -> new Ttl(seconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z0123456789ABCDEFGHIJ", "/hostedzone/Z0123456789ABCDEFGHIJ"})
  void readsZoneId(String text) {
    assertThat(new ZoneId(text)).hasToString("Z0123456789ABCDEFGHIJ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/hostedzone/", "z1", "example.com", "Z1/../Z2", "Z 1"})
  void refusesOtherZoneIds(String text) {
    assertThatThrownBy(() -> new ZoneId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"9.1.2.3, A, 9.1.2.3", "2600:0:0::1, AAAA, 2600::1"})
  void makesRecordSetOfAddress(String address, RecordType type, String value) {
    var name = new DnsName("home.example.com");

    assertThat(RecordSet.of(name, new Ttl(300), IpAddress.parse(address).orElseThrow()))
        .isEqualTo(new RecordSet(new RecordKey(name, type), 300, List.of(value)));
  }

  @Test
  void describesAddresses() {
    Addresses ipv6 = Addresses.NONE.with(new Ipv6Address(0, 1));

    assertThat(Addresses.NONE.describe()).isEqualTo("-");
    assertThat(ipv6.describe()).isEqualTo("::1");
    assertThat(ipv6.with(new Ipv4Address(1)).describe()).isEqualTo("0.0.0.1, ::1");
    assertThat(ipv6.with(new Ipv4Address(1)).without(Family.IPV6).describe()).isEqualTo("0.0.0.1");
  }
}
