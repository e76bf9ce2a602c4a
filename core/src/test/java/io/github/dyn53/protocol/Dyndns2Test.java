package io.github.dyn53.protocol;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reply, to the byte. */
class Dyndns2Test {

  private static final Map<String, String> PLAIN =
      Map.of("content-type", "text/plain; charset=us-ascii", "cache-control", "no-store");

  private final Wire wire = new Wire();

  @Test
  void answersGoodThenNochg() {
    assertThat(wire.get(Wire.UPDATE).reply()).isEqualTo(new WebReply(200, PLAIN, "good 9.8.7.6\n"));
    assertThat(wire.get(Wire.UPDATE).reply())
        .isEqualTo(new WebReply(200, PLAIN, "nochg 9.8.7.6\n"));
  }

  @Test
  void answersBadauthWithChallenge() {
    Map<String, String> headers = new HashMap<>(PLAIN);
    headers.put("www-authenticate", "Basic realm=\"dyn53\"");

    assertThat(wire.get(Wire.UPDATE, Map.of()).reply())
        .isEqualTo(new WebReply(401, headers, "badauth\n"));
  }

  @Test
  void answersAbuseForBlockedHost() {
    wire.bed().settings(HOME, settings(TestBed.ZONE, true));

    assertThat(wire.get(Wire.UPDATE).reply()).isEqualTo(new WebReply(200, PLAIN, "abuse\n"));
  }

  /** Unlike the above it passes, which our own companion wants to know. */
  @Test
  void saysWhenToComeBackAfterTooManyChanges() {
    wire.bed().limit(1);
    wire.get(Wire.UPDATE + "&myip=9.8.7.5");
    var headers = new HashMap<>(PLAIN);
    headers.put("retry-after", "3600");

    assertThat(wire.get(Wire.UPDATE + "&myip=9.8.7.4").reply())
        .isEqualTo(new WebReply(200, headers, "abuse\n"));
  }

  @Test
  void answersDnserrWhereRoute53Refuses() {
    wire.bed().settings(HOME, settings(new ZoneId("ZGONE"), false));

    Handled handled = wire.get(Wire.UPDATE);

    assertThat(handled.reply()).isEqualTo(new WebReply(200, PLAIN, "dnserr\n"));
    assertThat(handled.summary().notes()).containsExactly("no such zone: ZGONE");
    assertThat(handled.summary().verdicts()).containsExactly(Verdict.FAILED);
  }

  @Test
  void answersDnserrForCarrierGradeNatAndSaysSoInTheSummaryOnly() {
    Handled handled = wire.get(Wire.UPDATE + "&myip=100.64.0.1");

    assertThat(handled.reply().body()).isEqualTo("dnserr\n");
    assertThat(handled.summary().verdicts()).containsExactly(Verdict.REFUSED);
    assertThat(handled.summary().notes()).singleElement().asString().contains("carrier-grade-nat");
  }

  @Test
  void saysInTheSummaryWhatAnAddressIsThatWasPublishedAllTheSame() {
    wire.bed().settings(HOME, settings(TestBed.ZONE, false, SpecialAddresses.PUBLISH));

    Handled handled = wire.get(Wire.UPDATE + "&myip=100.64.0.1");

    assertThat(handled.reply().body()).isEqualTo("good 100.64.0.1\n");
    assertThat(handled.summary().notes()).containsExactly("carrier-grade-nat: 100.64.0.1");
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "BUSY", "ANSWER_LOST"})
  void answersGoodWhereRoute53IsInTroubleSinceTheWishIsDurable(InMemoryZones.Fault fault) {
    wire.bed().zones().failNext(fault);

    Handled handled = wire.get(Wire.UPDATE);

    assertThat(handled.reply()).isEqualTo(new WebReply(200, PLAIN, "good 9.8.7.6\n"));
    assertThat(handled.summary().notes()).isNotEmpty();
    assertThat(wire.get(Wire.UPDATE).reply().body()).isEqualTo("good 9.8.7.6\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_DONE", "ANSWER_LOST"})
  void answers911WhereStateIsInTrouble(InMemoryHosts.Fault fault) {
    wire.bed().hosts().failNext(fault);

    assertTrouble(wire.get(Wire.UPDATE), "911\n");

    assertThat(wire.get(Wire.UPDATE).reply().body()).isEqualTo("good 9.8.7.6\n");
  }

  @Test
  void answers911ForHostThatIsSpoiltAndServesTheOthers() {
    var spoilt = new Hostname("spoilt.example.com");
    Host before = wire.bed().add(spoilt, HostSettings.in(TestBed.ZONE));
    wire.bed().tokens().put(TestBed.token("home.example.com", "spoilt.example.com"));
    wire.bed().hosts().spoil(spoilt, "no TTL");

    Handled handled = wire.get("/nic/update?hostname=spoilt.example.com,home.example.com");

    assertTrouble(handled, "911\ngood 9.8.7.6\n");
    assertThat(handled.summary().notes())
        .containsExactly("spoilt.example.com can't be read: no TTL");
    assertThat(wire.published()).isEqualTo("9.8.7.6 -");
    wire.bed().hosts().mend(spoilt);
    assertThat(wire.bed().host(spoilt)).isEqualTo(before);
  }

  @Test
  void tellsNobodyOfSpoiltHostWhoMayNotUpdateIt() {
    wire.bed().hosts().spoil(HOME, "no TTL");
    wire.bed().tokens().put(TestBed.token("other.example.com"));

    assertThat(wire.get(Wire.UPDATE).reply()).isEqualTo(new WebReply(200, PLAIN, "nohost\n"));
  }

  @Test
  void keepsLinesOfOtherHostsWhereOneIsRefused() {
    wire.bed().zones().create(new ZoneId("ZNET"));
    wire.bed().add(new Hostname("home.example.net"), settings(new ZoneId("ZNET"), false));
    wire.bed().tokens().put(TestBed.token("home.example.com", "home.example.net"));
    wire.bed().zones().failNext(InMemoryZones.Fault.REFUSED);

    Handled handled =
        wire.get("/nic/update?hostname=home.example.net,home.example.com,unknown.example.com");

    assertThat(handled.reply().body()).isEqualTo("dnserr\ngood 9.8.7.6\nnohost\n");
    assertThat(handled.summary().verdicts())
        .containsExactly(Verdict.FAILED, Verdict.UPDATED, Verdict.REFUSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home.example.com                     | 200 | good 9.8.7.6
          unknown.example.com                  | 404 | nohost
          bad_name                             | 404 | notfqdn
          home.example.com&myip=10.0.0.1       | 404 | dnserr
          """)
  void answers404ToOpnsenseWhichReadsTheStatusOnly(String query, int status, String body) {
    Map<String, String> headers = new HashMap<>(Wire.BASIC);
    headers.put("user-agent", "OPNsense-dyndns/1.0");

    WebReply reply = wire.get("/nic/update?hostname=" + query, headers).reply();

    assertThat(reply).isEqualTo(new WebReply(status, PLAIN, body + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nic/delete", "/nic//delete", "/nic/delete/"})
  void takesHostOffTheAir(String path) {
    wire.get(Wire.UPDATE + "&myip=9.1.2.3,2600::1");

    Handled handled = wire.get(path + "?hostname=home.example.com&myip=9.9.9.9");

    assertThat(handled.reply().body()).isEqualTo("good\n");
    assertThat(wire.published()).isEqualTo("- -");
    assertThat(wire.get(path + "?hostname=home.example.com").reply().body()).isEqualTo("nochg\n");
  }

  @Test
  void summarisesForLogAndMetrics() {
    Summary summary = wire.get(Wire.UPDATE + "&myip=9.1.2.3&myipv6=preserve").summary();

    assertThat(summary.outcome()).isEqualTo("good");
    assertThat(summary.verdicts()).containsExactly(Verdict.UPDATED);
    assertThat(summary.count(Verdict.UPDATED)).isEqualTo(1);
    assertThat(summary.count(Verdict.UNCHANGED)).isZero();
    assertThat(summary.hosts()).containsExactly(HOME);
    assertThat(summary.families()).containsExactly(Family.IPV4);
    assertThat(summary.notes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoWordOfSuccessInWordsOfFailure(ReturnCode code) {
    if (!code.isSuccess()) {
      assertThat(code.word()).doesNotContainPattern(FrontDoorTest.SUCCESS);
    } else {
      assertThat(code.word()).containsPattern(FrontDoorTest.SUCCESS);
    }
  }

  private static void assertTrouble(Handled handled, String body) {
    Map<String, String> headers = new HashMap<>(PLAIN);
    headers.put("retry-after", "30");
    assertThat(handled.reply()).isEqualTo(new WebReply(503, headers, body));
    assertThat(handled.summary().notes()).isNotEmpty();
    assertThat(handled.summary().verdicts()).contains(Verdict.FAILED);
  }

  private static HostSettings settings(ZoneId zone, boolean blocked) {
    return settings(zone, blocked, SpecialAddresses.REFUSE);
  }

  private static HostSettings settings(ZoneId zone, boolean blocked, SpecialAddresses special) {
    return new HostSettings(
        zone,
        Ttl.DEFAULT,
        Set.of(Family.values()),
        false,
        special,
        blocked,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty());
  }
}
