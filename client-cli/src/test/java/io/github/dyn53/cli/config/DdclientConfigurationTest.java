package io.github.dyn53.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.dns.Family;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdclientConfigurationTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String OTHER = "765432zyxwvutsrqponmlkjihgfedcba";

  @Test
  void takesOverAnOrdinaryFile() {
    var read =
        read(
            """
            # Debian's
            daemon=300
            ssl=yes
            use=web, web=https://ddns.example.com/checkip
            protocol=dyndns2
            server=ddns.example.com
            login=home.example.com
            password='%s'
            home.example.com,nas.example.com
            """
                .formatted(TOKEN));

    Configuration configuration = ConfigurationFile.parse("test", read.text());
    assertThat(read.leftOut()).isEmpty();
    assertThat(configuration.endpoints()).containsExactly(URI.create("https://ddns.example.com"));
    assertThat(configuration.pace().endpointPoll()).isEqualTo(Duration.ofMinutes(5));
    assertThat(configuration.hosts())
        .extracting(host -> host.name().value())
        .containsExactly("home.example.com", "nas.example.com");
    HostSettings home = configuration.hosts().get(0);
    assertThat(home.token().value()).isEqualTo(TOKEN);
    assertThat(home.ipv4()).extracting(SourceSpec::text).containsExactly("router", "endpoint");
    assertThat(home.ipv6()).isEmpty();
  }

  @Test
  void takesOverBlocksOfSeveralHosts() {
    var read =
        read(
            """
            server=https://ddns.example.com, protocol = dyndns2 \\
              login=x, password="%s", usev4=ifv4, ifv4=eth0, \\
              home.example.com
            server=https://ddns.example.com, password=%s, usev4=disabled, usev6=cmdv6, \\
              cmdv6='/usr/bin/nas-address -6', nas.example.com
            """
                .formatted(TOKEN, OTHER));

    Configuration configuration = ConfigurationFile.parse("test", read.text());
    HostSettings home = configuration.hosts().get(0);
    HostSettings nas = configuration.hosts().get(1);
    assertThat(read.leftOut()).isEmpty();
    assertThat(home.token().value()).isEqualTo(TOKEN);
    assertThat(home.ipv4()).extracting(SourceSpec::text).containsExactly("interface:eth0");
    assertThat(nas.token().value()).isEqualTo(OTHER);
    assertThat(nas.sources(Family.IPV4)).isEmpty();
    assertThat(nas.ipv6())
        .extracting(SourceSpec::text)
        .containsExactly("command:/usr/bin/nas-address -6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postscript=/bin/x                     | postscript: see on-change; the new address is in DYN53_IPV4 and DYN53_IPV6
          wildcard=yes                          | wildcard: there is nothing like it here
          ssl=no                                | ssl: is off there; change endpoint to https if the server has it
          password=short                        | host home.example.com: its password for https://ddns.example.com is no token of dyn53
          protocol=cloudflare                   | host home.example.com: its protocol cloudflare is not dyn53's
          use=ip                                | ip: dyn53 finds the address by router, endpoint
          use=cmd, cmd='/bin/x > /tmp/y'        | cmd: it needs a shell; put it into a script and name that, such as command:/usr/local/bin/my-address
          use=cmd, cmd='/bin/x -f a,b'          | cmd: it needs a shell; put it into a script and name that, such as command:/usr/local/bin/my-address
          server=''                             | host home.example.com: no server is named, so it updates at dyndns.org
          """)
  void saysWhatIsLeftOut(String line, String sentence) {
    var read =
        read(
            "ssl=yes\nuse=web\nserver=ddns.example.com\npassword=%s\n%s\nhome.example.com\n"
                .formatted(TOKEN, line));

    assertThat(read.leftOut()).containsExactly(sentence);
    assertThat(read.leftOut().toString()).doesNotContain(TOKEN);
  }

  @Test
  void leavesHostsOfAnotherServerOut() {
    var read =
        read(
            """
            ssl=yes
            use=web
            password=%s
            server=ddns.example.com, script=/Prod/nic/update, home.example.com
            server=members.dyndns.org, old.dyndns.org
            """
                .formatted(TOKEN));

    assertThat(read.text()).contains("endpoint = https://ddns.example.com/Prod\n");
    assertThat(read.text()).doesNotContain("old.dyndns.org");
    assertThat(read.leftOut())
        .containsExactly(
            "host old.dyndns.org: its server is another one; give it a configuration of its own");
  }

  @Test
  void showsNoToken() {
    var read = read("server=a.example, password=%s, h.example.com".formatted(TOKEN));

    assertThat(read.text()).contains(TOKEN);
    assertThat(read.toString()).doesNotContain(TOKEN);
  }

  @Test
  void letsOverridesStandInPlaceOfTheFile() {
    var overrides =
        new DdclientOverrides(
            List.of("https://a.example.com", "https://b.example.com"),
            Optional.of("token = " + OTHER),
            Optional.of("router"),
            Optional.of("interface"));

    var read =
        DdclientConfiguration.read(
            """
            protocol=dyndns2, server=members.dyndns.org, login=me, password=secret home.example.com
            protocol=dyndns2, use=if, if=eth0, login=me, password=%s nas.example.com
            """
                .formatted(TOKEN),
            overrides);

    Configuration configuration = ConfigurationFile.parse("test", read.text());
    assertThat(read.leftOut()).isEmpty();
    assertThat(read.text()).doesNotContain(TOKEN, "secret");
    assertThat(configuration.endpoints())
        .containsExactly(URI.create("https://a.example.com"), URI.create("https://b.example.com"));
    assertThat(configuration.hosts())
        .hasSize(2)
        .allSatisfy(host -> {
          assertThat(host.token().value()).isEqualTo(OTHER);
          assertThat(host.ipv4()).extracting(SourceSpec::text).containsExactly("router");
          assertThat(host.ipv6()).extracting(SourceSpec::text).containsExactly("interface");
        });
  }

  private static DdclientConfiguration read(String ddclient) {
    return DdclientConfiguration.read(ddclient, DdclientOverrides.NONE);
  }
}
