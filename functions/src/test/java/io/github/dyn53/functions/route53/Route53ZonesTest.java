package io.github.dyn53.functions.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.functions.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Route53ZonesTest {

  private static final ZoneId ZONE = new ZoneId("Z1");
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final RecordKey HOME = key("home.example.com", RecordType.A);

  private final StubAws http = new StubAws();
  private final Route53Zones zones = new Route53Zones(StubRoute53.over(http));

  @Test
  void asksForOneAtomicBatch() {
    http.answer(200, StubRoute53.CHANGED);

    zones.change(
        ZONE,
        List.of(
            new RecordChange.Upsert(
                RecordSet.of(new DnsName("Home.Example.com."), new Ttl(60), ipv4("11.22.33.44"))),
            new RecordChange.Upsert(
                RecordSet.of(new DnsName("*.home.example.com"), new Ttl(300), ipv6("2600:1:2::9"))),
            new RecordChange.Delete(
                new RecordSet(
                    key("old.example.com", RecordType.TXT), 0, List.of("\"a\"", "\"b & c\"")))),
        LIMIT);

    assertThat(http.requests()).hasSize(1);
    assertThat(http.requests().getFirst().http().encodedPath())
        .isEqualTo("/2013-04-01/hostedzone/Z1/rrset/");
    assertThat(http.requests().getFirst().body())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
            <ChangeBatch><Changes>
            <Change><Action>UPSERT</Action><ResourceRecordSet>
            <Name>home.example.com</Name><Type>A</Type><TTL>60</TTL>
            <ResourceRecords><ResourceRecord><Value>11.22.33.44</Value></ResourceRecord>
            </ResourceRecords></ResourceRecordSet></Change>
            <Change><Action>UPSERT</Action><ResourceRecordSet>
            <Name>*.home.example.com</Name><Type>AAAA</Type><TTL>300</TTL>
            <ResourceRecords><ResourceRecord><Value>2600:1:2::9</Value></ResourceRecord>
            </ResourceRecords></ResourceRecordSet></Change>
            <Change><Action>DELETE</Action><ResourceRecordSet>
            <Name>old.example.com</Name><Type>TXT</Type><TTL>0</TTL>
            <ResourceRecords><ResourceRecord><Value>&quot;a&quot;</Value></ResourceRecord>
            <ResourceRecord><Value>&quot;b &amp; c&quot;</Value></ResourceRecord>
            </ResourceRecords></ResourceRecordSet></Change>
            </Changes></ChangeBatch></ChangeResourceRecordSetsRequest>
            """
                .replace("\n", ""));
  }

  @Test
  void asksForOneRecordSetFromItsNameOn() {
    http.answer(200, StubRoute53.listed(""));

    assertThat(zones.find(ZONE, key("*.home.example.com", RecordType.AAAA), LIMIT)).isEmpty();

    assertThat(http.requests().getFirst().http().getUri())
        .hasPath("/2013-04-01/hostedzone/Z1/rrset")
        .hasParameter("name", "*.home.example.com")
        .hasParameter("type", "AAAA")
        .hasParameter("maxitems", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "home.example.com, home.example.com.",
    "home.example.com, Home.Example.COM.",
    "*.home.example.com, \\052.home.example.com.",
    "_x.home.example.com, \\137x.home.example.com."
  })
  void findsARecordSetHoweverItsNameIsWritten(String asked, String listed) {
    http.answer(200, StubRoute53.listed(recordSet(listed, "A", "")));

    assertThat(zones.find(ZONE, key(asked, RecordType.A), LIMIT))
        .contains(new RecordSet(key(asked, RecordType.A), 60, List.of("11.22.33.44")));
  }

  @ParameterizedTest
  @CsvSource({
    "homf.example.com., A",
    "home.example.com., AAAA",
    "a.home.example.com., A",
    "home.example.com., NS"
  })
  void findsNothingWhereTheListingStartsLater(String name, String type) {
    http.answer(200, StubRoute53.listed(recordSet(name, type, "")));

    assertThat(zones.find(ZONE, HOME, LIMIT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<AliasTarget><HostedZoneId>Z2</HostedZoneId><DNSName>lb.example.net.</DNSName>"
            + "<EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>",
        "<SetIdentifier>blue</SetIdentifier><Weight>10</Weight>"
      })
  void leavesWhatItNeverWritesAlone(String extra) {
    http.answer(200, StubRoute53.listed(recordSet("home.example.com.", "A", extra)));

    assertThatExceptionOfType(ZoneRefusedException.class)
        .isThrownBy(() -> zones.find(ZONE, HOME, LIMIT))
        .withMessage(
            "A home.example.com is an alias or has a routing policy: dyn53 leaves it alone");
  }

  @Test
  void listsFromWhereTheLastPageEnded() {
    String odd = recordSet("lb.example.com.", "A", "<SetIdentifier>x</SetIdentifier>");
    String mail = recordSet("example.com.", "MX", "");
    http.answer(
            200,
            StubRoute53.page(
                mail + odd + recordSet("\\052.home.example.com.", "A", ""), "m.x.", "CAA"))
        .answer(200, StubRoute53.listed(recordSet("home.example.com.", "A", "")));

    ZonePage first = zones.list(ZONE, Optional.empty(), LIMIT);
    ZonePage second = zones.list(ZONE, first.next(), LIMIT);

    assertThat(first.recordSets())
        .extracting(RecordSet::key)
        .containsExactly(key("*.home.example.com", RecordType.A));
    assertThat(first.foreign()).containsExactly(key("lb.example.com", RecordType.A));
    assertThat(first.next()).contains(new ZonePage.Start("m.x.", "CAA"));
    assertThat(second.recordSets()).extracting(RecordSet::key).containsExactly(HOME);
    assertThat(second.next()).isEmpty();
    assertThat(http.requests().getFirst().http().getUri()).hasNoParameter("name");
    assertThat(http.requests().getLast().http().getUri())
        .hasParameter("name", "m.x.")
        .hasParameter("type", "CAA");
  }

  @Test
  void readsTheNamesOfHostedZonesOnce() {
    http.answer(200, StubRoute53.hostedZone("Z1", "Dyn.example.com."))
        .answer(200, StubRoute53.hostedZone("Z2", "example.net."));
    var hostedZones =
        new Route53HostedZones(StubRoute53.over(http), List.of(ZONE, new ZoneId("Z2")));

    assertThat(hostedZones.names())
        .containsEntry(ZONE, new DnsName("dyn.example.com"))
        .containsEntry(new ZoneId("Z2"), new DnsName("example.net"))
        .isEqualTo(hostedZones.names());
    assertThat(http.requests()).hasSize(2);
  }

  @Test
  void namesTheHostedZoneThatDoesNotExist() {
    http.answer(404, StubRoute53.error("NoSuchHostedZone", "No hosted zone found with ID: Z1"));
    var hostedZones = new Route53HostedZones(StubRoute53.over(http), List.of(ZONE));

    assertThatExceptionOfType(ZoneRefusedException.class)
        .isThrownBy(hostedZones::names)
        .withMessage("Route 53 refused: NoSuchHostedZone: No hosted zone found with ID: Z1");
  }

  private static String recordSet(String name, String type, String extra) {
    return """
    <ResourceRecordSet><Name>%s</Name><Type>%s</Type>%s<TTL>60</TTL><ResourceRecords>
    <ResourceRecord><Value>11.22.33.44</Value></ResourceRecord>
    </ResourceRecords></ResourceRecordSet>
    """
        .formatted(name, type, extra);
  }

  private static RecordKey key(String name, RecordType type) {
    return new RecordKey(new DnsName(name), type);
  }

  private static Ipv4Address ipv4(String text) {
    return Ipv4Address.parse(text).orElseThrow();
  }

  private static Ipv6Address ipv6(String text) {
    return Ipv6Address.parse(text).orElseThrow();
  }
}
