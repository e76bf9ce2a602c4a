package io.github.dyn53.cli.address;

import static io.github.dyn53.dns.Family.IPV4;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressChainTest {

  private static final Finding PUBLIC = found("11.22.33.44", "router (PCP)");
  private static final Finding OTHER = found("9.9.9.9", "endpoint");

  @Test
  void takesTheFirstPublicAddressAndAsksNoFurther() {
    ChainFinding look =
        chain(source("a", new Finding.Failed("silent")), source("b", PUBLIC), source("c", OTHER))
            .look(IPV4);

    assertThat(look.outcome()).isEqualTo(PUBLIC);
    assertThat(look.seen()).extracting(ChainFinding.Seen::source).containsExactly("a", "b");
  }

  @Test
  void asksAllForWhoWantsToCompare() {
    ChainFinding look = chain(source("a", PUBLIC), source("b", OTHER)).lookEverywhere(IPV4);

    assertThat(look.outcome()).isEqualTo(PUBLIC);
    assertThat(look.seen()).hasSize(2);
  }

  @Test
  void passesOverWhatTheWorldCannotReachAndRemembersWhy() {
    ChainFinding look =
        chain(source("router", found("100.64.3.4", "router (NAT-PMP)")), source("endpoint", OTHER))
            .look(IPV4);

    assertThat(look.outcome()).isEqualTo(OTHER);
    assertThat(look.seen().getFirst().purpose()).contains(SpecialPurpose.CARRIER_GRADE_NAT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100.64.3.4  | router (PCP)   | your provider puts you behind carrier-grade NAT
          192.168.1.2 | router (PCP)   | the router is behind another router (double NAT)
          192.168.1.2 | interface eth0 | a private address
          fd00::1     | interface eth0 | a private address
          fe80::1     | command        | a link-local address
          127.0.0.1   | command        | a loopback address
          192.0.2.1   | dns            | an address of documentation
          224.0.0.1   | dns            | a multicast address
          0.0.0.0     | endpoint       | a reserved address
          """)
  void neverReturnsWhatTheWorldCannotReach(String address, String by, String words) {
    Finding outcome = chain(source("s", found(address, by))).find(IPV4);

    assertThat(outcome).isInstanceOf(Finding.None.class);
    assertThat(outcome.toString()).contains(address, words);
  }

  @Test
  void isUnsureAsLongAsOneSourceCannotTell() {
    Finding none = new Finding.None("nothing there");
    Finding failed = new Finding.Failed("silent");

    assertThat(chain(source("a", none), source("b", none)).find(IPV4))
        .isEqualTo(new Finding.None("a: none: nothing there; b: none: nothing there"));
    assertThat(chain(source("a", none), source("b", failed)).find(IPV4))
        .isEqualTo(new Finding.Failed("a: none: nothing there; b: can't tell: silent"));
    assertThat(chain().find(IPV4)).isEqualTo(new Finding.None("no source is configured"));
  }

  @Test
  void namesANatThatTheRouterHides() {
    Finding hidden = new Finding.None("no public address (NAT-PMP)", true);
    Finding unrouted = new Finding.None("connected without a router");
    Finding own = found("192.168.1.2", "endpoint");

    assertThat(hiddenNat(hidden, OTHER)).isPresent();
    assertThat(hiddenNat(hidden, OTHER).orElseThrow()).contains("carrier-grade", "public IPv4");
    assertThat(hiddenNat(hidden, own)).isEmpty();
    assertThat(hiddenNat(hidden, unrouted)).isEmpty();
    assertThat(hiddenNat(unrouted, OTHER)).isEmpty();
    assertThat(hiddenNat(PUBLIC, OTHER)).isEmpty();
  }

  private static Optional<String> hiddenNat(Finding router, Finding endpoint) {
    return chain(source("router", router), source("endpoint", endpoint))
        .lookEverywhere(IPV4)
        .hiddenNat();
  }

  @Test
  void isCalledByItsSources() {
    assertThat(chain(source("router", PUBLIC), source("endpoint", OTHER)).name())
        .isEqualTo("router, endpoint");
    assertThat(chain().name()).isEqualTo("none");
  }

  private static AddressChain chain(AddressSource... sources) {
    return new AddressChain(List.of(sources));
  }

  static Finding found(String address, String by) {
    return new Finding.Found(IpAddress.parse(address).orElseThrow(), by);
  }

  private static AddressSource source(String name, Finding finding) {
    return new AddressSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Finding find(Family family) {
        return finding;
      }
    };
  }
}
