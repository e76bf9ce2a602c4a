package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name and form that an address comes in. */
class AskedAddressesTest {

  private final Wire wire = new Wire();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                       | good 9.8.7.6 | 9.8.7.6 -
          &system=dyndns&wildcard=ON&mx=a.b&backmx=NO | good 9.8.7.6 | 9.8.7.6 -
          &offline=NO                  | good 9.8.7.6 | 9.8.7.6 -
          &myip=9.1.2.3                | good 9.1.2.3 | 9.1.2.3 -
          &MyIP=9.1.2.3                | good 9.1.2.3 | 9.1.2.3 -
          &myipv4=9.1.2.3              | good 9.1.2.3 | 9.1.2.3 -
          &ipv4=9.1.2.3                | good 9.1.2.3 | 9.1.2.3 -
          &ip4=9.1.2.3                 | good 9.1.2.3 | 9.1.2.3 -
          &ip=9.1.2.3                  | good 9.1.2.3 | 9.1.2.3 -
          &addr=9.1.2.3                | good 9.1.2.3 | 9.1.2.3 -
          &address=9.1.2.3             | good 9.1.2.3 | 9.1.2.3 -
          &myipv6=2600::1              | good 2600::1 | - 2600::1
          &ipv6=2600::1                | good 2600::1 | - 2600::1
          &ip6=2600::1                 | good 2600::1 | - 2600::1
          &myip6=2600::1               | good 2600::1 | - 2600::1
          &myip=2600::1                | good 2600::1 | - 2600::1
          &myip=9.1.2.3,2600::1        | good 9.1.2.3,2600::1 | 9.1.2.3 2600::1
          &myip=2600::1,9.1.2.3        | good 2600::1,9.1.2.3 | 9.1.2.3 2600::1
          &myip=9.1.2.3,+2600::1       | good 9.1.2.3,2600::1 | 9.1.2.3 2600::1
          &myip=9.1.2.3%2C2600%3a%3a1  | good 9.1.2.3,2600::1 | 9.1.2.3 2600::1
          &myip=9.1.2.3&myipv6=2600::1 | good 9.1.2.3,2600::1 | 9.1.2.3 2600::1
          &ip6=2600::1&ip4=9.1.2.3     | good 9.1.2.3,2600::1 | 9.1.2.3 2600::1
          &myip=9.1.2.3,               | good 9.1.2.3 | 9.1.2.3 -
          &myip=,2600::1               | good 2600::1 | - 2600::1
          &myip=9.1.2.3,,              | good 9.1.2.3 | 9.1.2.3 -
          &myip=9.1.2.3&myip=9.1.2.3   | good 9.1.2.3 | 9.1.2.3 -
          &myip=9.1.2.3/32             | good 9.1.2.3/32 | 9.1.2.3 -
          &myip=2600::1/64             | good 2600::1/64 | - 2600::1
          &myip=2600::1%2F128          | good 2600::1/128 | - 2600::1
          &myip=2600::ABCD             | good 2600::ABCD | - 2600::abcd
          &myip=2600:0:0:0:0:0:0:1     | good 2600:0:0:0:0:0:0:1 | - 2600::1
          &myip=2600:0000:0000:0000:0000:0000:0000:000A | good 2600:0000:0000:0000:0000:0000:0000:000A | - 2600::a
          &myip=auto                   | good 9.8.7.6 | 9.8.7.6 -
          &myip=auto,2600::1           | good 9.8.7.6,2600::1 | 9.8.7.6 2600::1
          &ipv4=auto&ipv6=auto         | good 9.8.7.6 | 9.8.7.6 -
          &myip=9.1.2.3&myipv6=preserve | good 9.1.2.3 | 9.1.2.3 -
          &myip=preserve               | nochg        | - -
          &myip=                       | nochg        | - -
          """)
  void readsAddresses(String query, String reply, String published) {
    Handled handled = wire.get(Wire.UPDATE + (query == null ? "" : query));

    assertThat(handled.reply().body()).isEqualTo(reply + "\n");
    assertThat(handled.reply().status()).isEqualTo(200);
    assertThat(wire.published()).isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          &myip=                        | good         | - 2600::9
          &myip=-                       | good         | - 2600::9
          &ipv4=                        | good         | - 2600::9
          &myip=,                       | good         | - 2600::9
          &myipv6=                      | good         | 9.9.9.9 -
          &myipv6=-                     | good         | 9.9.9.9 -
          &myip=9.1.2.3&myipv6=         | good 9.1.2.3 | 9.1.2.3 -
          &myip=&myipv6=2600::1         | good 2600::1 | - 2600::1
          &ipv4=-&ipv6=-                | good         | - -
          &offline=YES                  | good         | - -
          &offline=yes&myip=9.1.2.3     | good         | - -
          &myip=preserve&myipv6=2600::1 | good 2600::1 | 9.9.9.9 2600::1
          &myip=9.9.9.9,2600::9         | nochg 9.9.9.9,2600::9 | 9.9.9.9 2600::9
          &myip=9.9.9.9                 | nochg 9.9.9.9 | 9.9.9.9 2600::9
          &myip=2600:0::0009            | nochg 2600:0::0009 | 9.9.9.9 2600::9
          &myip=9.1.2.3                 | good 9.1.2.3 | 9.1.2.3 2600::9
          """)
  void changesWhatIsNamedAndNothingElse(String query, String reply, String published) {
    wire.get(Wire.UPDATE + "&myip=9.9.9.9,2600::9");

    Handled handled = wire.get(Wire.UPDATE + query);

    assertThat(handled.reply().body()).isEqualTo(reply + "\n");
    assertThat(wire.published()).isEqualTo(published);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&myip=9.1.2.3,9.1.2.4",
        "&myip=9.1.2.3&ip=9.1.2.4",
        "&myip=9.1.2.3&ipv4=",
        "&myip=2600::1&myipv6=2600::2",
        "&myip=9.1.2",
        "&myip=9.1.2.256",
        "&myip=09.1.2.3",
        "&myip=0x9.1.2.3",
        "&myip=151060995",
        "&myip=9.1.2.3.",
        "&myip=9.1.2.3;2600::1",
        "&myip=9.1.2.3,nonsense",
        "&myip=9.1.2.3/33",
        "&myip=9.1.2.3/",
        "&myip=2600::1/129",
        "&myip=2600::1/-1",
        "&myip=2600::1/9999999999",
        "&myip=2600:1:2:3::/65",
        "&myip=2600:1:2:3::/48",
        "&myip=2600:1:2:3::/64,2600:1:2:4::/64",
        "&myip=9.1.2.3&ip6lanprefix=2600:1:2::/40",
        "&myip=9.1.2.3&ip6lanprefix=2600:1:2::9/64",
        "&myip=9.1.2.3&ip6lanprefix=nonsense",
        "&ip6lanprefix=2600:1:2:3::",
        "&myip=2600::1%25eth0",
        "&myip=%5B2600::1%5D",
        "&myip=2600:::1",
        "&myip=%D9%A1.1.1.1",
        "&myip=%ff%fe",
        "&myip=9.1.2.3%00",
        "&myip=10.0.0.1",
        "&myip=9.1.2.3,fd00::1",
        "&myip=::ffff:9.1.2.3",
        "&ipv6=auto"
      })
  void refusesWhatIsNoAddressOrTwo(String query) {
    wire.get(Wire.UPDATE + "&myip=9.9.9.9,2600::9");

    Handled handled = wire.get(Wire.UPDATE + query);

    assertThat(handled.reply().body()).isEqualTo("dnserr\n");
    assertThat(handled.reply().status()).isEqualTo(200);
    assertThat(wire.published()).isEqualTo("9.9.9.9 2600::9");
  }

  /** The home host has the interface id ::a and is in subnet 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          &myip=2600:1:2::/56                              | good 2600:1:2::/56 | - 2600:1:2:3::a
          &myipv6=2600:1:2::%2F48                          | good 2600:1:2::/48 | - 2600:1:2:3::a
          &ip6lanprefix=2600:1:2::/56                      | good               | - 2600:1:2:3::a
          &ipv6prefix=2600:1:2::/56                        | good               | - 2600:1:2:3::a
          &ipprefix=2600:1:2::/56                          | good               | - 2600:1:2:3::a
          &myip=9.1.2.3,2600::1&ip6lanprefix=2600:1:2::/56 | good 9.1.2.3,2600::1 | 9.1.2.3 2600:1:2:3::a
          &myip=9.1.2.3,2600:1:2::/56&ipprefix=2600:1:2::/56 | good 9.1.2.3,2600:1:2::/56 | 9.1.2.3 2600:1:2:3::a
          &myip=9.1.2.3,&ip6lanprefix=                     | good 9.1.2.3       | 9.1.2.3 -
          &ip6lanprefix=                                   | good 9.8.7.6       | 9.8.7.6 -
          &myip=2600:1:2:3::1/64                           | good 2600:1:2:3::1/64 | - 2600:1:2:3::1
          &myip=9.1.2.3&ip6lanprefix=2600:1:2:3::/64       | dnserr             | - -
          """)
  void movesBehindPrefix(String query, String reply, String published) {
    wire.homeBehind("::a", 3);

    Handled handled = wire.get(Wire.UPDATE + query);

    assertThat(handled.reply().body()).isEqualTo(reply + "\n");
    assertThat(wire.published()).isEqualTo(published);
  }

  @Test
  void leavesHostWithoutInterfaceIdWhereItIs() {
    wire.get(Wire.UPDATE + "&myip=9.9.9.9,2600::9");

    assertThat(wire.get(Wire.UPDATE + "&myip=9.1.2.3&ip6lanprefix=2600:1:2::/56").reply().body())
        .isEqualTo("good 9.1.2.3\n");
    assertThat(wire.get(Wire.UPDATE + "&myip=2600:1:2::/56").reply().body())
        .isEqualTo("nochg 2600:1:2::/56\n");
    assertThat(wire.published()).isEqualTo("9.1.2.3 2600::9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                               | good 2600::7 | 9.9.9.9 2600::7
          &myip=auto           | good 2600::7 | 9.9.9.9 2600::7
          &myipv6=auto         | good 2600::7 | 9.9.9.9 2600::7
          &ipv4=auto&ipv6=auto | good 2600::7 | 9.9.9.9 2600::7
          &ipv4=auto           | dnserr       | 9.9.9.9 2600::9
          &myip=9.1.2.3        | good 9.1.2.3 | 9.1.2.3 2600::9
          """)
  void takesSourceAddressOfItsFamily(String query, String reply, String published) {
    wire.get(Wire.UPDATE + "&myip=9.9.9.9,2600::9");

    Handled handled =
        wire.sendFrom("2600::7", "GET", Wire.UPDATE + (query == null ? "" : query), Wire.BASIC, "");

    assertThat(handled.reply().body()).isEqualTo(reply + "\n");
    assertThat(wire.published()).isEqualTo(published);
  }
}
