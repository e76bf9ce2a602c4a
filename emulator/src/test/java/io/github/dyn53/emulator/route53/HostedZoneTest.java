package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.route53.ZoneAnswer.Alias;
import io.github.dyn53.emulator.route53.ZoneAnswer.Found;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoData;
import io.github.dyn53.emulator.route53.ZoneAnswer.NoSuchName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;

/** The zone is the one of RFC 4592 §2.2.1, and its queries are among these. */
class HostedZoneTest {
  private final HostedZones zones = TestZones.empty();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host3.example.                 | MX  | wildcard
          host3.example.                 | A   | no data
          foo.bar.example.               | TXT | wildcard
          host1.example.                 | MX  | no data
          host1.example.                 | A   | host1
          HOST1.example.                 | A   | host1
          sub.*.example.                 | MX  | no data
          ssh.tcp.host1.example.         | A   | ssh
          tcp.host1.example.             | A   | no data
          telnet.tcp.host1.example.      | SRV | no such name
          host.subdel.example.           | A   | no such name
          ghost.*.example.               | MX  | no such name
          *.example.                     | TXT | wildcard
          www.example.                   | A   | alias
          www.example.                   | CNAME | alias itself
          x.deep.example.                | A   | alias
          deep.example.                  | A   | no data
          """)
  void looksUpAsAuthoritativeServerDoes(String name, RecordType type, String expected) {
    var zone = zones.create("example");
    TestZones.put(zones, zone, "*.example", RecordType.TXT, 60, "\"this is a wildcard\"");
    TestZones.put(zones, zone, "*.example", RecordType.MX, 60, "10 host1.example");
    TestZones.put(zones, zone, "sub.*.example", RecordType.TXT, 60, "\"this is not a wildcard\"");
    TestZones.put(zones, zone, "host1.example", RecordType.A, 60, "192.0.2.1");
    TestZones.put(zones, zone, "ssh.tcp.host1.example", RecordType.A, 60, "192.0.2.2");
    TestZones.put(zones, zone, "subdel.example", RecordType.TXT, 60, "\"closest encloser\"");
    TestZones.put(zones, zone, "www.example", RecordType.CNAME, 60, "host1.example");
    TestZones.put(zones, zone, "*.deep.example", RecordType.CNAME, 60, "host1.example");
    var current = zones.find(zone.id()).orElseThrow();

    var answer = current.lookUp(Name.fromConstantString(name), type.number());

    assertThat(describe(answer)).isEqualTo(expected);
  }

  private static String describe(ZoneAnswer answer) {
    return switch (answer) {
      case Found(var set) when set.type() == RecordType.CNAME -> "alias itself";
      case Found(var set) -> set.name().isWild() ? "wildcard" : set.name().getLabelString(0);
      case Alias(var cname) -> cname.type() == RecordType.CNAME ? "alias" : "not an alias";
      case NoData() -> "no data";
      case NoSuchName() -> "no such name";
    };
  }
}
