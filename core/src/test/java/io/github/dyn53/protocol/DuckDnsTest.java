package io.github.dyn53.protocol;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.access.Grant;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.HostSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDnsTest {

  private static final String TOKEN = "&token=" + Wire.SECRET;
  private static final String NAME = "_acme-challenge.home.example.com";

  private final Wire wire = new Wire();

  @BeforeEach
  void grantChallenges() {
    wire.bed().grant(Set.of(RecordType.A, RecordType.AAAA, RecordType.TXT));
  }

  /** The body, which must be this and not a character more; KO has status 200, too. */
  private String ask(String target) {
    WebReply reply = wire.send("GET", target, Map.of(), "").reply();
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private List<String> challenges() {
    return wire.bed().records(NAME, RecordType.TXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /update?domains=home&ip=9.1.2.3                            | 9.1.2.3 -
          /update?domains=home.example.com&ip=9.1.2.3                | 9.1.2.3 -
          /update?domains=HOME&ip=9.1.2.3&ipv6=2600::1               | 9.1.2.3 2600::1
          /update?domains=home&ip=2600::1                            | - 2600::1
          /update?domains=home                                       | 9.8.7.6 -
          /update?domains=home&ip=                                   | 9.8.7.6 -
          """)
  void updatesAddresses(String target, String published) {
    assertThat(ask(target + TOKEN)).isEqualTo("OK");
    assertThat(wire.published()).isEqualTo(published);
  }

  @Test
  void refusesMoreChangesThanTheTokenMayMake() {
    wire.bed().limit(1);
    assertThat(ask("/update?domains=home&ip=9.1.2.3" + TOKEN)).isEqualTo("OK");

    assertThat(ask("/update?domains=home&ip=9.1.2.4" + TOKEN)).isEqualTo("KO");
    assertThat(ask("/update?domains=home&txt=x" + TOKEN)).isEqualTo("KO");
    assertThat(ask("/update?domains=home&ip=9.1.2.3" + TOKEN)).isEqualTo("OK");
  }

  @Test
  void updatesNoHostThatIsSpoilt() {
    wire.bed().hosts().spoil(HOME, "no TTL");

    Handled handled = wire.get("/update?domains=home&ip=9.1.2.3" + TOKEN, Map.of());
    assertThat(handled.reply().body()).isEqualTo("KO");
    assertThat(handled.summary().verdicts()).containsExactly(Verdict.FAILED);
    assertThat(handled.summary().notes()).containsExactly("home.example.com can't be read: no TTL");
    assertThat(ask("/update?domains=home&txt=x" + TOKEN)).isEqualTo("KO");
  }

  @Test
  void readsTheFormWithoutParameters() {
    assertThat(ask("/update/home/" + Wire.SECRET + "/9.1.2.3")).isEqualTo("OK");
    assertThat(wire.published()).isEqualTo("9.1.2.3 -");
    assertThat(ask("/update/home/" + Wire.SECRET)).isEqualTo("OK");
    assertThat(wire.published()).isEqualTo("9.8.7.6 -");
  }

  @Test
  void saysMoreWhereItIsAskedTo() {
    String target = "/update?domains=home&ip=9.1.2.3&ipv6=2600::1&verbose=true" + TOKEN;

    assertThat(ask(target)).isEqualTo("OK\n9.1.2.3\n2600::1\nUPDATED");
    assertThat(ask(target)).isEqualTo("OK\n9.1.2.3\n2600::1\nNOCHANGE");
  }

  @Test
  void saysMoreOfTextWhereItIsAskedTo() {
    String target = "/update?domains=home&txt=one&verbose=true" + TOKEN;

    assertThat(ask(target)).isEqualTo("OK\none\nUPDATED");
    assertThat(ask(target)).isEqualTo("OK\none\nNOCHANGE");
  }

  @Test
  void clearsTheAddresses() {
    ask("/update?domains=home&ip=9.1.2.3" + TOKEN);

    assertThat(ask("/update?domains=home&clear=true" + TOKEN)).isEqualTo("OK");
    assertThat(wire.published()).isEqualTo("- -");
  }

  /** What lego and acme.sh send when a certificate is there. */
  @ParameterizedTest
  @CsvSource({"&clear=true&txt=", "&txt=&clear=true"})
  void clearsTheTextAndNotTheAddress(String cleanUp) {
    ask("/update?domains=home&ip=9.1.2.3" + TOKEN);
    assertThat(ask("/update?domains=home&clear=false&txt=one" + TOKEN)).isEqualTo("OK");
    assertThat(ask("/update?domains=home&txt=two" + TOKEN)).isEqualTo("OK");
    assertThat(challenges()).containsExactly("\"one\"", "\"two\"");

    assertThat(ask("/update?domains=home" + cleanUp + TOKEN)).isEqualTo("OK");

    assertThat(challenges()).isEmpty();
    assertThat(wire.published()).isEqualTo("9.1.2.3 -");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /update?domains=home&ip=9.1.2.3&token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          /update?domains=home&ip=9.1.2.3
          /update?domains=other&ip=9.1.2.3&token=SECRET
          /update?domains=home,other&ip=9.1.2.3&token=SECRET
          /update?domains=home&ip=9.1.2.999&token=SECRET
          /update?domains=home&ip=10.0.0.1&token=SECRET
          /update?domains=ho me&ip=9.1.2.3&token=SECRET
          /update/home
          /update/home/wrong/9.1.2.3
          /update/home/SECRET/9.1.2.3/more
          """)
  void refusesWithTwoLetters(String target) {
    assertThat(ask(target.replace("SECRET", Wire.SECRET))).isEqualTo("KO");
    assertThat(wire.published()).doesNotContain("10.0.0.1", "999");
  }

  @Test
  void writesTextForNobodyWhoMayUpdateAddressesOnly() {
    wire.bed().grant(Grant.ADDRESSES);

    assertThat(ask("/update?domains=home&txt=one" + TOKEN)).isEqualTo("KO");
    assertThat(challenges()).isEmpty();
  }

  /** Most deployments have no name suffix: the token says which host a label is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home.example.com                                       |             | home       | OK
          home.example.com nas.example.com                       |             | HOME       | OK
          home.example.com nas.example.com                       |             | home,nas   | OK
          home.example.com nas.example.com                       |             | nas.example.com,home | OK
          *.example.com                                          |             | home       | OK
          nas.example.org *.example.com *.example.com            |             | home       | OK
          home.example.com *.example.org                         |             | home       | OK
          *.example.com                                          | other.org   | home       | OK
          home.example.com home.example.org                      | example.com | home       | OK
          home.example.com home.example.org                      |             | home       | KO
          *.example.com *.example.org                            |             | home       | KO
          nas.example.com                                        |             | home       | KO
          home.example.com                                       |             | home,other | KO
          home.example.com                                       |             | hom        | KO
          home.example.com *.example.com                         |             | *          | KO
          """)
  void completesLabelByWhatTokenIsFor(
      String grants, @Nullable String suffix, String domains, String reply) {
    var wired = new Wire(Optional.ofNullable(suffix).map(DnsName::new));
    wired.bed().add(new Hostname("nas.example.com"), HostSettings.in(TestBed.ZONE));
    wired.bed().tokens().put(TestBed.token(grants.split(" ")));

    String body = wired.get("/update?domains=" + domains + "&ip=9.1.2.3" + TOKEN).reply().body();

    assertThat(body).isEqualTo(reply);
    assertThat(wired.published()).isEqualTo(reply.equals("OK") ? "9.1.2.3 -" : "- -");
  }

  @Test
  void completesLabelForItsChallengeToo() {
    var wired = new Wire(Optional.empty());
    wired.bed().grant(Set.of(RecordType.TXT));

    String target = "/update?domains=home&txt=one" + TOKEN;
    assertThat(wired.get(target).reply().body()).isEqualTo("OK");

    assertThat(wired.bed().records(NAME, RecordType.TXT)).containsExactly("\"one\"");
  }

  /** Which host it is stands in the token, so that only the first request has to read again. */
  @Test
  void remembersWhichHostLabelIs() {
    var wired = new Wire(Optional.empty());
    wired.get("/update?domains=home&ip=9.1.2.3" + TOKEN);
    wired.bed().journal().take();

    wired.get("/update?domains=home&ip=9.1.2.3" + TOKEN);

    assertThat(wired.bed().journal().take()).containsExactly("look");
  }

  /** Three hosts with slow name servers must not take three times the patience of one. */
  @Test
  void waitsOnceForTheTextsOfSeveralHosts() {
    List<Hostname> more = List.of(new Hostname("a.example.com"), new Hostname("b.example.com"));
    more.forEach(host -> wire.bed().add(host, HostSettings.in(TestBed.ZONE)));
    wire.bed()
        .tokens()
        .put(TestBed.token(Set.of(RecordType.TXT), "home.example.com", "*.example.com"));
    wire.bed().slowNameServers();
    Instant start = wire.bed().clock().instant();

    assertThat(ask("/update?domains=home,a,b&txt=one" + TOKEN)).isEqualTo("OK");

    assertThat(Duration.between(start, wire.bed().clock().instant()))
        .isLessThanOrEqualTo(Duration.ofSeconds(20));
    assertThat(wire.bed().records("_acme-challenge.b.example.com", RecordType.TXT))
        .containsExactly("\"one\"");
  }

  /** An empty variable in somebody's script: nobody's own host is meant by it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "domains=",
        "domains",
        "domains=,",
        "domains=&ip=9.1.2.3",
        "domains=&clear=true",
        "domains=&txt=&clear=true",
        "domains=&txt=two",
        "txt=two",
        "txt=&clear=true"
      })
  void changesNothingWhereNoDomainIsNamed(String query) {
    ask("/update?domains=home&ip=2600::1" + TOKEN);
    ask("/update?domains=home&txt=one" + TOKEN);

    assertThat(ask("/update?" + query + TOKEN)).isEqualTo("KO");

    assertThat(wire.published()).isEqualTo("- 2600::1");
    assertThat(challenges()).containsExactly("\"one\"");
  }

  /** Some UniFi gateways ask {@code //update} as others ask {@code /nic/update}. */
  @Test
  void leavesRequestsWithHostnameToDyndns2() {
    assertThat(ask("//update?hostname=home.example.com&ip=9.1.2.3" + TOKEN))
        .isEqualTo("good 9.1.2.3\n");
  }
}
