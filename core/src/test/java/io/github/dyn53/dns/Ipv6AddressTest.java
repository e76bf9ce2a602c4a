package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6AddressTest {

  private static final long SEED = 5952;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ::,                                      ::
          ::1,                                     ::1
          1::,                                     1::
          2600::1,                                 2600::1
          2600:0:0:0:0:0:0:1,                      2600::1
          2600:0000:0000:0000:0000:0000:0000:0001, 2600::1
          2600:DB8::ABCD,                          2600:db8::abcd
          1:2:3:4:5:6:7:8,                         1:2:3:4:5:6:7:8
          1:2:3:4:5:6:7::,                         1:2:3:4:5:6:7:0
          ::2:3:4:5:6:7:8,                         0:2:3:4:5:6:7:8
          1:0:3:4:5:6:7:8,                         1:0:3:4:5:6:7:8
          1:0:0:4:5:6:7:8,                         1::4:5:6:7:8
          1:0:0:4:0:0:0:8,                         1:0:0:4::8
          1:0:0:4:5:0:0:8,                         1::4:5:0:0:8
          0:0:3:4:5:6:0:0,                         ::3:4:5:6:0:0
          1:2:3:4:5:6:0:0,                         1:2:3:4:5:6::
          ::ffff:9.1.2.3,                          ::ffff:901:203
          64:ff9b::9.1.2.3,                        64:ff9b::901:203
          1:2:3:4:5:6:9.1.2.3,                     1:2:3:4:5:6:901:203
          0000:0000:0000:0000:0000:ffff:255.255.255.255, ::ffff:ffff:ffff
          fe80::00a0,                              fe80::a0
          """)
  void writesCanonicalText(String text, String canonical) {
    assertThat(Ipv6Address.parse(text).map(Ipv6Address::text)).contains(canonical);
    assertThat(IpAddress.parse(text)).contains(Ipv6Address.parse(canonical).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "::::",
        "1",
        "1:",
        ":1",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4::5:6:7:8",
        "::1:",
        ":1::",
        "12345::",
        "00001::",
        "g::",
        "::-1",
        "::+1",
        ":: 1",
        "::1 ",
        "::1\n",
        "fe80::1%eth0",
        "[::1]",
        "::1/64",
        "::9.1.2",
        "::9.1.2.256",
        "::9.1.2.3:1",
        "9.1.2.3::",
        "1:2:3:4:5:6:7:9.1.2.3",
        "::\u0661",
        "::\uFF11",
        "0000:0000:0000:0000:0000:0000:255.255.255.2555"
      })
  void refusesOtherText(String text) {
    assertThat(Ipv6Address.parse(text)).isEmpty();
  }

  @Test
  void readsBackWhatItWritesAsTheJdkDoes() throws UnknownHostException {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 100_000; i++) {
      var address = new Ipv6Address(sparse(random), sparse(random));
      String text = address.text();

      assertThat(Ipv6Address.parse(text)).as(text).contains(address);
      assertThat(Ipv6Address.parse(text.toUpperCase(Locale.ROOT))).as(text).contains(address);
      byte[] jdk = InetAddress.getByName(text).getAddress();
      // The JDK folds IPv4-mapped addresses into IPv4.
      if (jdk.length == 16) {
        assertThat(address.bytes()).as(text).isEqualTo(jdk);
      }
    }
  }

  @Test
  void writesShortestRunOnceInLowerCase() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 100_000; i++) {
      String text = new Ipv6Address(sparse(random), sparse(random)).text();

      assertThat(text).matches("[0-9a-f:]{2,39}").doesNotContainPattern("(^|:)0[0-9a-f]");
      assertThat(text.indexOf("::")).isEqualTo(text.lastIndexOf("::"));
      if (text.contains("::")) {
        assertThat(text).doesNotContainPattern("::(0|0:.*)$");
      } else {
        assertThat(text).doesNotContainPattern("(^|:)0:0(:|$)");
      }
    }
  }

  /** With zeros in every constellation. */
  private static long sparse(SplittableRandom random) {
    long bits = random.nextLong();
    for (int group = 0; group < 4; group++) {
      if (random.nextInt(2) == 0) {
        bits &= ~(0xffffL << (16 * group));
      }
    }
    return bits;
  }
}
