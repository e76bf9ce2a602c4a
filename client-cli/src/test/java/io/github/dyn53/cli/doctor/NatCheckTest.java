package io.github.dyn53.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.dns.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NatCheckTest {

  /** The first of this machine's addresses is the one of its way out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9.1.2.3                | ''          | 9.1.2.3     | no  | OK      | no NAT
          192.168.1.5            | 9.1.2.3     | 9.1.2.3     | no  | OK      | one NAT
          192.168.1.5            | 100.64.3.4  | 9.1.2.3     | no  | FAIL    | carrier-grade NAT
          192.168.1.5            | 100.64.3.4  | 9.1.2.3     | yes | WARN    | carrier-grade NAT
          192.168.1.5            | 192.0.0.2   | 9.1.2.3     | no  | FAIL    | carrier-grade NAT
          100.64.3.4             | ''          | 9.1.2.3     | no  | FAIL    | carrier-grade NAT
          192.0.0.2              | ''          | 9.1.2.3     | no  | FAIL    | carrier-grade NAT
          192.168.1.5 100.64.3.4 | ''          | 9.1.2.3     | no  | WARN    | NAT: the world sees
          192.168.1.5 100.64.3.4 | 9.1.2.3     | 9.1.2.3     | no  | OK      | one NAT
          192.168.1.5 9.1.2.3    | ''          | 9.1.2.3     | no  | OK      | no NAT
          192.168.1.5            | 10.0.0.2    | 9.1.2.3     | no  | FAIL    | double NAT
          192.168.1.5            | 9.8.7.6     | 9.1.2.3     | no  | FAIL    | unlike what the world sees
          192.168.1.5            | ''          | 9.1.2.3     | no  | WARN    | NAT: the world sees
          192.168.1.5            | unrouted    | 9.1.2.3     | no  | WARN    | NAT: the world sees
          192.168.1.5            | hidden      | 9.1.2.3     | no  | FAIL    | carrier-grade or double NAT
          192.168.1.5            | hidden      | 9.1.2.3     | yes | WARN    | carrier-grade or double NAT
          9.1.2.3                | hidden      | 9.1.2.3     | no  | OK      | no NAT
          192.168.1.5            | hidden      | ''          | no  | SKIPPED | sees no IPv4
          192.168.1.5            | ''          | ''          | no  | SKIPPED | sees no IPv4
          127.0.0.1              | ''          | 127.0.0.1   | no  | SKIPPED | your own network
          """)
  void namesTheKindOfNat(
      String own, String router, String endpoint, String ipv6, Level level, String text) {
    List<IpAddress> interfaces =
        Stream.of(own.split(" ")).map(NatCheckTest::parse).flatMap(Optional::stream).toList();

    FindingLine finding =
        new NatCheck(
                interfaces,
                Optional.of(interfaces.getFirst()),
                router(router),
                parse(endpoint),
                ipv6.equals("yes"))
            .look();

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.seen()).contains(text);
    assertThat(finding.remedy().isEmpty()).isEqualTo(level == Level.OK || level == Level.SKIPPED);
  }

  private static Finding router(String text) {
    return switch (text) {
      case "" -> new Finding.Failed("the router does not answer");
      case "hidden" -> new Finding.None("no public address outside (NAT-PMP)", true);
      case "unrouted" -> new Finding.None("this machine is connected without a router");
      default -> new Finding.Found(parse(text).orElseThrow(), "router (NAT-PMP)");
    };
  }

  private static Optional<IpAddress> parse(String text) {
    return IpAddress.parse(text);
  }
}
