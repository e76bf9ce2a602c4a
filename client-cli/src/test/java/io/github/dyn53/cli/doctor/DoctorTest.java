package io.github.dyn53.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.dns.QueryType;
import io.github.dyn53.cli.dns.ScriptedDns;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.state.HoldOff;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.State;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.dns.Hostname;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {

  /** Made by OpenSSL, for nobody. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBbTCCAROgAwIBAgIULZBLoqAZ5RXyEDI6l0i4D1miOl8wCgYIKoZIzj0EAwIw
      DDEKMAgGA1UEAwwBeDAeFw0yNjExMjgxNzEwNTRaFw0zNjExMjUxNzEwNTRaMAwx
      CjAIBgNVBAMMAXgwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASsAEwx068yBpcT
      TSsj73em4ZJVz3rxmIOLhYZ6qbalVQ7d9y0wzXVw1FBdBhQg9df2iMpcPS7uTNex
      9hCZUBoYo1MwUTAdBgNVHQ4EFgQUvul1LjvOLR7HifM33gLY2BgHmYkwHwYDVR0j
      BBgwFoAUvul1LjvOLR7HifM33gLY2BgHmYkwDwYDVR0TAQH/BAUwAwEB/zAKBggq
      hkjOPQQDAgNIADBFAiAhCoxFGPWyWu3L/JDKfW3jrlxVJX5HfPlm6c3gnfQHeQIh
      AJfRJrtLCidhZlB/ZphbP5wBNerxxiZkJEi/y38+SNX6
      -----END CERTIFICATE-----
      """;

  private final Patient patient = new Patient();

  @Test
  void findsNothingWrongWithAHealthyHome() {
    Diagnosis diagnosis = patient.examined(OptionalInt.of(443));

    assertThat(diagnosis.worst()).isEmpty();
    assertThat(diagnosis.findings()).noneMatch(finding -> finding.level() == Level.WARN);
    assertThat(seen(diagnosis, Subject.DNS))
        .contains("all 2 name servers of example.com: 9.1.2.3, as wanted");
    assertThat(seen(diagnosis, Subject.PORT)).anyMatch(text -> text.startsWith("open"));
    assertThat(seen(diagnosis, Subject.ENDPOINT)).anyMatch(text -> text.contains("(90 days)"));
  }

  @Test
  void asksForNoChange() {
    patient.examined(OptionalInt.empty());

    assertThat(patient.requests)
        .contains("/nic/update?hostname=home.example.com&myipv4=preserve&myipv6=preserve")
        .allMatch(request -> !request.contains("myip="));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void saysWhyTheEndpointIsNotReachedAndAsksItNothingElse(Reason reason) {
    patient.unreachable = Optional.of(new UnreachableException(reason, "no way"));

    Diagnosis diagnosis = patient.examined(OptionalInt.of(443));

    FindingLine worst = diagnosis.worst().orElseThrow();
    assertThat(worst.subject()).isEqualTo(Subject.ENDPOINT);
    assertThat(worst.meaning()).isNotEmpty();
    assertThat(worst.remedy()).isNotEmpty();
    assertThat(patient.requests).isEmpty();
    assertThat(seen(diagnosis, Subject.CREDENTIAL))
        .containsExactly("not asked: no endpoint answers");
    assertThat(seen(diagnosis, Subject.PORT)).containsExactly("not asked: no endpoint answers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n"})
  void saysThatTheCaFileHoldsNoCertificate(String text, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), text);
    patient.more = "ca-file = " + file;
    patient.unreachable = Optional.of(new UnreachableException(Reason.TLS, "can't be read"));

    FindingLine worst = patient.examined(OptionalInt.empty()).worst().orElseThrow();

    assertThat(worst.subject()).isEqualTo(Subject.ENDPOINT);
    assertThat(worst.seen())
        .isEqualTo("the ca-file " + file + " holds no certificate that can be read");
    assertThat(worst.meaning()).contains("believes no server").doesNotContain("hotel");
    assertThat(worst.remedy()).contains("ca-file in the configuration", "BEGIN CERTIFICATE");
  }

  @Test
  void blamesNoCaFileThatHoldsACertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ca.pem");
    patient.more = "ca-file = " + Files.writeString(file, CERTIFICATE);
    patient.unreachable = Optional.of(new UnreachableException(Reason.TLS, "not trusted"));

    assertThat(worst()).isEqualTo("not trusted");
  }

  @Test
  void saysThatTheEndpointsNameIsNotFound() {
    patient.named = List.of();

    assertThat(worst()).isEqualTo("the name has no address");
  }

  @Test
  void saysThatSomethingElseAnswers() {
    patient.answer("/checkip", 200, "<html>It works!</html>");

    assertThat(worst()).isEqualTo("it answers with status 200, but not as dyn53 does");
  }

  @ParameterizedTest
  @CsvSource({"503,is in trouble", "502,is in trouble", "429,gets too many requests"})
  void saysThatTheEndpointIsInTroubleAndToLookAgain(int status, String meaning) {
    patient.answer("/checkip", status, "Service Unavailable");

    FindingLine finding = patient.examined(OptionalInt.empty()).worst().orElseThrow();

    assertThat(finding.seen()).isEqualTo("it answers with status " + status);
    assertThat(finding.meaning()).contains(meaning, "at present").doesNotContain("another server");
    assertThat(finding.remedy()).contains("wait a few minutes", "look again");
  }

  @Test
  void warnsOfACertificateThatRunsOut() {
    patient.certificateEnds = Patient.NOW.plus(Duration.ofDays(3));

    assertThat(warnings()).anyMatch(text -> text.contains("(3 days)"));
  }

  @Test
  void warnsOfAWrongClock() {
    patient.replies.put(
        "/checkip",
        new io.github.dyn53.cli.http.HttpReply(
            200, java.util.Map.of("date", "Mon, 23 Nov 2026 00:05:00 GMT"), "9.1.2.3"));

    assertThat(warnings()).containsExactly("this machine's clock is 5 minutes slow");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | badauth  | FAIL | the token is wrong, expired
          200 | nohost   | FAIL | there is no such host, or this token may not update it
          200 | abuse    | FAIL | has blocked it
          200 | notfqdn  | FAIL | no full host name
          503 | 911      | WARN | it can't look at tokens now
          200 | nochg    | OK   | ''
          200 | good     | OK   | ''
          404 | notfound | FAIL | is not dyn53
          """)
  void saysWhatTheEndpointThinksOfTheToken(int status, String body, Level level, String meaning) {
    patient.answer("/nic/update", status, body + "\n");

    FindingLine finding = only(patient.examined(OptionalInt.empty()), Subject.CREDENTIAL);

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.meaning()).contains(meaning);
    assertThat(finding.toString()).doesNotContain(Patient.TOKEN);
  }

  @Test
  void saysThatNoSourceFindsAnAddress() {
    patient.findings.put("IPV4 router", Patient.found("10.0.0.2", "router (NAT-PMP)"));
    patient.findings.put("IPV4 endpoint", new Finding.Failed("no answer"));

    assertThat(worst()).contains("none of its sources finds an address");
  }

  @Test
  void warnsOfARouterThatDoesNotTell() {
    patient.findings.put("IPV4 router", new Finding.Failed("the router does not answer"));

    assertThat(warnings()).contains("can't tell: the router does not answer");
  }

  @Test
  void namesCarrierGradeNatThatTheRouterHides() {
    patient.findings.put("IPV4 router", new Finding.None("no public address (NAT-PMP)", true));

    FindingLine finding = patient.examined(OptionalInt.empty()).worst().orElseThrow();

    assertThat(finding.subject()).isEqualTo(Subject.NAT);
    assertThat(finding.seen()).contains("carrier-grade", "the world sees 9.1.2.3");
    assertThat(finding.remedy()).contains("public IPv4 address", "IPv6").doesNotContain("switch");
  }

  @Test
  void saysThatTheNameServersAnswerAnotherAddress() {
    patient.dns = ScriptedDns.zone("example.com", "home.example.com", "9.9.9.9");

    assertThat(worst()).isEqualTo("all 2 name servers of example.com: 9.9.9.9; wanted is 9.1.2.3");
  }

  @Test
  void saysWhichNameServerIsBehind() {
    patient.dns.answer("192.0.2.2", QueryType.A, "home.example.com", "9.9.9.9");

    assertThat(worst()).isEqualTo("ns2.example.com: 9.9.9.9; wanted is 9.1.2.3");
  }

  @Test
  void saysHowLongTheResolverGoesOnWithTheOldAddress() {
    patient.dns.answer("resolver", QueryType.A, "home.example.com", "9.9.9.9");

    assertThat(warnings()).containsExactly("9.9.9.9, for another 1m at most");
  }

  @Test
  void saysHowLongTheResolverGoesOnWithoutAnAddress() {
    patient.dns.none("resolver", QueryType.A, "home.example.com", 3, "example.com");

    FindingLine finding = warning();

    assertThat(finding.seen()).isEqualTo("no IPv4 address, for another 1m at most");
    assertThat(finding.remedy()).isEqualTo("wait: it goes away by itself when that time is over");
  }

  @Test
  void namesNoTimeWhereTheResolverTellsNone() {
    patient.dns.answer("resolver", QueryType.A, "home.example.com");

    FindingLine finding = warning();

    assertThat(finding.seen()).isEqualTo("no IPv4 address");
    assertThat(finding.remedy()).contains("look again").doesNotContain("that time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"address":"9.1.2.3","port":443,"result":"open"}        | OK   | open: 9.1.2.3
          200 | {"address":"9.1.2.3","port":443,"result":"closed"}      | FAIL | closed: 9.1.2.3
          200 | {"address":"9.1.2.3","port":443,"result":"silent"}      | FAIL | no answer: 9.1.2.3
          200 | {"address":"9.1.2.3","port":443,"result":"unsupported"} | WARN | no way out
          429 | {"error":"at most 6 probes a minute"}                   | WARN | at most 6 probes
          403 | {"error":"your address is not a public one"}            | WARN | not a public one
          404 | notfound                                                | WARN | older than this
          200 | {"result":{"no":"text"}                                 | WARN | status 200
          """)
  void saysWhatComesOfAPort(int status, String body, Level level, String seen) {
    patient.answer("/api/probe", status, body);

    FindingLine finding = ofPort();

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.seen()).contains(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | {"error":"at most 6 probes a minute"}         | true
          503 | {"error":"try again later"}                   | true
          401 | {"error":"the token is wrong or missing"}     | false
          403 | {"error":"your address is not a public one"}  | false
          404 | notfound                                      | false
          200 | {"result":"unsupported"}                      | false
          """)
  void hasAPortTriedAgainOnlyWhereThatMayHelp(int status, String body, boolean again) {
    patient.answer("/api/probe", status, body);

    assertThat(ofPort().remedy().contains("try again in a minute")).isEqualTo(again);
  }

  @Test
  void saysThatAPortOfAnAddressThatIsNotPublicIsNeverTried() {
    patient.answer("/api/probe", 403, "{\"error\":\"your address is not a public one\"}");

    assertThat(ofPort().meaning()).contains("only to the public address that it sees");
  }

  @ParameterizedTest
  @CsvSource({"1,1 try failed; dyn53 waits", "3,3 tries in a row failed; dyn53 waits"})
  void countsTheTriesThatFailed(int failures, String meaning, @TempDir Path folder) {
    var hold = new HoldOff(failures, Patient.NOW, Patient.NOW.plusSeconds(60), true, "no route");
    new StateFile(folder)
        .save(State.EMPTY.with(new Hostname("home.example.com"), HostState.NEW.held(hold)));
    patient.state = folder;

    assertThat(warning().meaning()).startsWith(meaning);
  }

  @Test
  void warnsOfADamagedState(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("dyn53.state"), "nonsense");
    patient.state = folder;

    assertThat(warnings()).anyMatch(text -> text.contains("is damaged"));
    assertThat(folder.resolve("dyn53.state")).hasContent("nonsense");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below"})
  void saysThatTheStateHasNoFolder(String path, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("file"), "");
    patient.state = folder.resolve(path);

    FindingLine finding = patient.examined(OptionalInt.empty()).worst().orElseThrow();

    assertThat(finding.subject()).isEqualTo(Subject.STATE);
    assertThat(finding.seen())
        .isEqualTo(
            "nothing can be remembered in "
                + patient.state
                + ": "
                + folder.resolve("file")
                + " is no folder");
    assertThat(finding.meaning()).contains("update and watch end at once");
    assertThat(finding.remedy()).contains("state = FOLDER");
  }

  @Test
  void saysThatTheStateCanNotBeRead(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("dyn53.state"));
    patient.state = folder;

    FindingLine finding = patient.examined(OptionalInt.empty()).worst().orElseThrow();

    assertThat(finding.subject()).isEqualTo(Subject.STATE);
    assertThat(finding.seen()).contains("can't be read");
  }

  private FindingLine ofPort() {
    return patient.examined(OptionalInt.of(443)).findings().stream()
        .filter(line -> line.about().equals("IPv4 port 443"))
        .findFirst()
        .orElseThrow();
  }

  private FindingLine warning() {
    return patient.examined(OptionalInt.empty()).findings().stream()
        .filter(finding -> finding.level() == Level.WARN)
        .findFirst()
        .orElseThrow();
  }

  private String worst() {
    return patient.examined(OptionalInt.empty()).worst().orElseThrow().seen();
  }

  private List<String> warnings() {
    return patient.examined(OptionalInt.empty()).findings().stream()
        .filter(finding -> finding.level() == Level.WARN)
        .map(FindingLine::seen)
        .toList();
  }

  private static FindingLine only(Diagnosis diagnosis, Subject subject) {
    List<FindingLine> findings =
        diagnosis.findings().stream().filter(line -> line.subject() == subject).toList();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<String> seen(Diagnosis diagnosis, Subject subject) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.subject() == subject)
        .map(FindingLine::seen)
        .toList();
  }
}
