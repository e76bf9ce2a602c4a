package io.github.dyn53.cli.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.dns.ServerAnswer.Content;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZoneServersTest {

  private static final Hostname HOME = new Hostname("home.dyn.example.com");
  private static final IpAddress ADDRESS = IpAddress.parse("11.22.33.44").orElseThrow();

  private final ScriptedDns dns = ScriptedDns.zone("example.com", HOME.value(), "11.22.33.44");

  @Test
  void asksEachOfTheZonesServersPastTheResolver() {
    assertThat(ask())
        .isEqualTo(
            new ZoneAnswers.Asked(
                new DnsName("example.com"),
                List.of(
                    new ServerAnswer(new DnsName("ns1.example.com"), holds()),
                    new ServerAnswer(new DnsName("ns2.example.com"), holds()))));
  }

  @Test
  void saysWhichServerDoesNotAnswer() {
    dns.answer("resolver", QueryType.A, "ns2.example.com", "192.0.2.9");

    assertThat(((ZoneAnswers.Asked) ask()).answers())
        .extracting(ServerAnswer::content)
        .containsExactly(holds(), new Content.Unanswered("no answer within 2 seconds"));
  }

  @Test
  void saysThatTheZoneHasNoSuchName() {
    dns.none("192.0.2.1", QueryType.A, HOME.value(), DnsReply.NXDOMAIN, "example.com");
    dns.none("192.0.2.1", QueryType.AAAA, HOME.value(), DnsReply.NXDOMAIN, "example.com");

    assertThat(((ZoneAnswers.Asked) ask()).answers().get(0).content())
        .isEqualTo(new Content.NoSuchName());
  }

  @Test
  void takesNoServerAtItsWordThatIsNotTheZonesOwn() {
    dns.none("192.0.2.1", QueryType.A, HOME.value(), 5, "example.com");

    assertThat(((ZoneAnswers.Asked) ask()).answers().get(0).content())
        .isInstanceOf(Content.Unanswered.class);
  }

  @Test
  void walksUpWhereTheResolverKnowsNoZoneOfTheName() {
    dns.answer("resolver", QueryType.SOA, HOME.value());
    dns.none("resolver", QueryType.SOA, "dyn.example.com", 0, "example.com");

    assertThat(ask()).isInstanceOf(ZoneAnswers.Asked.class);
    assertThat(dns.asked()).contains("resolver SOA dyn.example.com");
  }

  @Test
  void believesNoZoneThatTheNameIsNotIn() {
    dns.none("resolver", QueryType.SOA, HOME.value(), 0, "other.example");
    dns.answer("resolver", QueryType.NS, "other.example", "ns1.example.com");

    assertThat(ask()).isInstanceOf(ZoneAnswers.Unknown.class);
  }

  @Test
  void saysThatNobodyKnowsTheZone() {
    var silent = new ScriptedDns();

    assertThat(ask(silent)).isInstanceOf(ZoneAnswers.Unknown.class);
  }

  private static Content holds() {
    return new Content.Holds(Set.of(ADDRESS));
  }

  private ZoneAnswers ask() {
    return ask(dns);
  }

  private static ZoneAnswers ask(ScriptedDns dns) {
    var resolver = new Resolver(dns, List.of(new InetSocketAddress("192.0.2.53", 53)));
    return new ZoneServers(dns, resolver, 53).ask(HOME);
  }
}
