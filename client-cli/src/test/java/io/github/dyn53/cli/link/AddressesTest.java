package io.github.dyn53.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          00 80 eth0,  true
          00 800 eth0, true
          00 00 eth0,  true
          00 01 eth0,  false
          00 08 eth0,  false
          00 20 eth0,  false
          00 40 eth0,  false
          00 a1 eth0,  false
          20 80 eth0,  false
          10 80 lo,    false
          00 80 eth1,  false
          00 zz eth0,  false
          """)
  void keepsWhatLasts(String scopeFlagsName, boolean kept) {
    String table = "26000000000000000000000000000007 02 40 " + scopeFlagsName + "\n";

    assertThat(LinuxAddresses.stable(table, "eth0"))
        .isEqualTo(kept ? List.of(ipv6("2600::7")) : List.of());
  }

  @Test
  void passesOverLinesThatAreNone() {
    assertThat(LinuxAddresses.stable("2600 02 40 00 80 eth0\n\nx\n", "eth0")).isEmpty();
  }

  @Test
  void readsIfconfigOfMacOs() {
    String output =
        """
        en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
        	inet6 fe80::1c2b:3c4d:5e6f:7a8b%en0 prefixlen 64 secured scopeid 0xf
        	inet6 2600::1c2b:3c4d:5e6f:7a8b prefixlen 64 autoconf secured
        	inet6 2600::99 prefixlen 64 autoconf temporary
        	inet6 2600:1::7 prefixlen 64 deprecated autoconf secured
        	inet 192.168.77.10 netmask 0xffffff00 broadcast 192.168.77.255
        """;

    assertThat(BsdAddresses.stable(output)).containsExactly(ipv6("2600::1c2b:3c4d:5e6f:7a8b"));
  }

  private static IpAddress ipv6(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
