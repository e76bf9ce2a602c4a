package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each block of the registries: its first and last address and the neighbours of both.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA IPv4
 *     registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA IPv6
 *     registry</a>
 */
class SpecialPurposeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before      | first        | last            | after        | purpose
                        | 0.0.0.0      | 0.255.255.255   | 1.0.0.0      | RESERVED
          9.255.255.255 | 10.0.0.0     | 10.255.255.255  | 11.0.0.0     | PRIVATE
          100.63.255.255 | 100.64.0.0  | 100.127.255.255 | 100.128.0.0  | CARRIER_GRADE_NAT
          126.255.255.255 | 127.0.0.0  | 127.255.255.255 | 128.0.0.0    | LOOPBACK
          169.253.255.255 | 169.254.0.0 | 169.254.255.255 | 169.255.0.0 | LINK_LOCAL
          172.15.255.255 | 172.16.0.0  | 172.31.255.255  | 172.32.0.0   | PRIVATE
          191.255.255.255 | 192.0.0.0  | 192.0.0.255     | 192.0.1.0    | RESERVED
          192.0.1.255   | 192.0.2.0    | 192.0.2.255     | 192.0.3.0    | DOCUMENTATION
          192.88.98.255 | 192.88.99.0  | 192.88.99.255   | 192.88.100.0 | RESERVED
          192.167.255.255 | 192.168.0.0 | 192.168.255.255 | 192.169.0.0 | PRIVATE
          198.17.255.255 | 198.18.0.0  | 198.19.255.255  | 198.20.0.0   | RESERVED
          198.51.99.255 | 198.51.100.0 | 198.51.100.255  | 198.51.101.0 | DOCUMENTATION
          203.0.112.255 | 203.0.113.0  | 203.0.113.255   | 203.0.114.0  | DOCUMENTATION
          223.255.255.255 | 224.0.0.0  | 239.255.255.255 |              | MULTICAST
                        | 240.0.0.0    | 255.255.255.255 |              | RESERVED
                        | ::           | ::              |              | RESERVED
                        | ::1          | ::1             |              | LOOPBACK
                        | ::2          | 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 2000:: | RESERVED
                        | ::ffff:0:0   | ::ffff:ffff:ffff |             | RESERVED
                        | 64:ff9b::    | 64:ff9b::ffff:ffff |           | RESERVED
                        | 100::        | 100::ffff:ffff:ffff:ffff |     | RESERVED
          2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 2001:: | 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff | 2001:200:: | RESERVED
          2001:db7:ffff:ffff:ffff:ffff:ffff:ffff | 2001:db8:: | 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff | 2001:db9:: | DOCUMENTATION
          2002:9ff:ffff:ffff:ffff:ffff:ffff:ffff | 2002:a00:: | 2002:aff:ffff:ffff:ffff:ffff:ffff:ffff | 2002:b00:: | PRIVATE
          2002:ac0f:ffff:ffff:ffff:ffff:ffff:ffff | 2002:ac10:: | 2002:ac1f:ffff:ffff:ffff:ffff:ffff:ffff | 2002:ac20:: | PRIVATE
          2002:c0a7:ffff:ffff:ffff:ffff:ffff:ffff | 2002:c0a8:: | 2002:c0a8:ffff:ffff:ffff:ffff:ffff:ffff | 2002:c0a9:: | PRIVATE
          3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 3fff:: | 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff | 3fff:1000:: | DOCUMENTATION
          3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | 4000:: | fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff |  | RESERVED
                        | fc00::       | fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff |  | PRIVATE
                        | fe00::       | fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff |  | RESERVED
                        | fe80::       | febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff |  | LINK_LOCAL
                        | fec0::       | feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff |  | RESERVED
                        | ff00::       | ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff |  | MULTICAST
          """)
  void knowsEachBlock(
      String before, String first, String last, String after, SpecialPurpose purpose) {
    assertThat(purpose(first)).contains(purpose);
    assertThat(purpose(last)).contains(purpose);
    for (String neighbour : new String[] {before, after}) {
      if (neighbour != null) {
        assertThat(purpose(neighbour)).as(neighbour).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8.8.8.8", "1.1.1.1", "2600::1", "2a00:1450:4001:81b::200e"})
  void knowsNoPurposeOfOrdinaryAddresses(String address) {
    assertThat(purpose(address)).isEmpty();
  }

  private static Optional<SpecialPurpose> purpose(String address) {
    return SpecialPurpose.of(IpAddress.parse(address).orElseThrow());
  }
}
