package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RouterSourceTest {

  private static final IpAddress GATEWAY = IpAddress.parse("192.168.77.1").orElseThrow();
  private static final Ipv4Address OUTSIDE = new Ipv4Address(0x0b16212c);

  private final List<String> asked = new ArrayList<>();

  @Test
  void asksTheProtocolThatAnsweredLastFirst() {
    var source =
        source(
            protocol("NAT-PMP", new RouterAnswer.NotOffered("silent")),
            protocol("IGD", new RouterAnswer.Outside(OUTSIDE)));

    assertThat(source.find(Family.IPV4)).isEqualTo(new Finding.Found(OUTSIDE, "router (IGD)"));
    source.find(Family.IPV4);

    assertThat(asked).containsExactly("NAT-PMP", "IGD", "IGD");
  }

  @Test
  void opensNoPortWhereAGentlerProtocolHasAnswered() {
    var source =
        source(
            protocol("NAT-PMP", new RouterAnswer.NoAddress("no connection")),
            new Pcp(0, new Random(1)),
            protocol("IGD", new RouterAnswer.NoAddress("something vaguer")));

    assertThat(source.find(Family.IPV4))
        .isEqualTo(new Finding.None("no connection (NAT-PMP)", true));
    assertThat(asked).containsExactly("NAT-PMP", "IGD");
  }

  @Test
  void saysNoneWhereTheRouterHasNoAddress() {
    var source =
        source(
            protocol("NAT-PMP", new RouterAnswer.NoAddress("no connection")),
            protocol("IGD", new RouterAnswer.NotOffered("silent")));

    assertThat(source.find(Family.IPV4))
        .isEqualTo(new Finding.None("no connection (NAT-PMP)", true));
  }

  @Test
  void doesNotTakeARefusalForNoAddress() {
    var source =
        source(
            protocol("NAT-PMP", new RouterAnswer.Untold("it refuses")),
            new Pcp(0, new Random(1)),
            protocol("IGD", new RouterAnswer.NotOffered("silent")));

    assertThat(source.find(Family.IPV4)).isEqualTo(new Finding.None("it refuses (NAT-PMP)", false));
  }

  @Test
  void goesOnWhereOneProtocolTellsNoAddress() {
    var source =
        source(
            protocol("NAT-PMP", new RouterAnswer.NoAddress("no public address")),
            protocol("IGD", new RouterAnswer.Outside(new Ipv4Address(0x0a000001))));

    assertThat(source.find(Family.IPV4))
        .isEqualTo(new Finding.Found(new Ipv4Address(0x0a000001), "router (IGD)"));
  }

  @Test
  void saysWhatEachProtocolSaidWhereNoneIsOffered() {
    var source =
        source(
            protocol("NAT-PMP", new RouterAnswer.NotOffered("it is silent")),
            protocol("IGD", new RouterAnswer.NotOffered("no answer")));

    assertThat(source.find(Family.IPV4))
        .isEqualTo(
            new Finding.Failed(
                "the router at 192.168.77.1 tells no address (NAT-PMP: it is silent; IGD: no answer)"));
  }

  @Test
  void knowsNothingOfIpv6AndNothingWithoutARoute() {
    var routeless = new RouterSource("router", family -> Optional.empty(), List.of());
    var direct =
        new RouterSource(
            "router", family -> Optional.of(new DefaultRoute("ppp0", Optional.empty())), List.of());

    assertThat(source().find(Family.IPV6)).isInstanceOf(Finding.None.class);
    assertThat(routeless.find(Family.IPV4)).isInstanceOf(Finding.Failed.class);
    assertThat(direct.find(Family.IPV4)).isInstanceOf(Finding.None.class);
    assertThat(asked).isEmpty();
  }

  private RouterSource source(RouterProtocol... protocols) {
    return new RouterSource(
        "router",
        family -> Optional.of(new DefaultRoute("eth0", Optional.of(GATEWAY))),
        List.of(protocols));
  }

  private RouterProtocol protocol(String label, RouterAnswer answer) {
    return new RouterProtocol() {
      @Override
      public String label() {
        return label;
      }

      @Override
      public RouterAnswer ask(Ipv4Address gateway) {
        asked.add(label);
        return answer;
      }
    };
  }
}
