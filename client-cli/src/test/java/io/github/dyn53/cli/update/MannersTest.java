package io.github.dyn53.cli.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.update.HostReport.Result;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an update that the endpoint did not take. */
class MannersTest {

  private static final String HOME = "home.example.com";
  private static final String NAS = "nas.example.com";

  @TempDir private Path folder = Path.of("");

  private final HandMovedClock clock = Desk.noon();
  private final ScriptedSource ipv4 = new ScriptedSource("router");
  private final ScriptedSource ipv6 = new ScriptedSource("interface");

  private Desk desk() {
    ipv4.find("11.22.33.44");
    return new Desk(folder, clock);
  }

  @ParameterizedTest
  @CsvSource({
    "200,badauth",
    "401,badauth",
    "401,nothing known",
    "404,nohost",
    "200,notfqdn",
    "200,abuse",
    "200,dnserr",
    "200,numhost",
    "200,badagent"
  })
  void stopsAfterARefusalAndSaysSoOnceADay(int status, String body) {
    Desk desk = desk();
    desk.endpoint().answer(status, body);
    Updater updater = desk.updater(ipv4, ipv6, HOME);

    for (int minute = 0; minute < 23 * 60; minute++) {
      assertThat(updater.look(false, true).has(Result.REFUSED)).isTrue();
      clock.advance(Duration.ofMinutes(1));
    }
    desk.updater(ipv4, ipv6, HOME).look(false, false);

    assertThat(desk.endpoint().requests()).hasSize(1);
    assertThat(desk.warned()).hasSize(1);
    assertThat(desk.events()).extracting(Event::kind).containsExactly(Event.Kind.REFUSED);

    clock.advance(Duration.ofHours(1));
    updater.look(false, false);
    assertThat(desk.warned()).hasSize(2);
    assertThat(desk.endpoint().requests()).hasSize(body.equals("dnserr") ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"401,badauth", "503,911"})
  void leavesTheSourcesAloneWhereNothingWouldBeAsked(int status, String body) {
    Desk desk = desk();
    desk.endpoint().answer(status, body, "retry-after", "3600");
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    int asked = ipv4.asked();

    for (int minute = 0; minute < 50; minute++) {
      clock.advance(Duration.ofMinutes(1));
      updater.look(false, true);
    }

    assertThat(ipv4.asked()).isEqualTo(asked);
    updater.look(true, false);
    assertThat(ipv4.asked()).isEqualTo(asked + 1);
  }

  /** Each run a new one, as a timer starts it. */
  @ParameterizedTest
  @CsvSource({"503, 600, 60, 2", "429, 600, 60, 2", "503, -, 1, 8", "404, -, 60, 20"})
  void asksForTheAddressNoMoreOftenThanTheEndpointCanBear(
      int status, String retryAfter, int secondsApart, int requests) {
    Desk desk = desk();
    desk.endpoint().answer(status, "", "retry-after", retryAfter);

    for (int second = 0; second < 20 * 60; second += secondsApart) {
      Round round = desk.updater(desk.checkip(), ipv6, HOME).look(false, false);
      assertThat(round.reports().get(0).text()).contains("status " + status);
      clock.advance(Duration.ofSeconds(secondsApart));
    }

    assertThat(desk.endpoint().requests()).hasSizeBetween(requests - 1, requests);
  }

  @Test
  void asksForTheAddressAtOnceWhereAPersonWantsIt() {
    Desk desk = desk();
    desk.endpoint().answer(503, "", "retry-after", "600");
    desk.updater(desk.checkip(), ipv6, HOME).look(false, false);
    desk.endpoint().answer(200, "11.22.33.44");

    desk.updater(desk.checkip(), ipv6, HOME).look(true, false);

    assertThat(desk.endpoint().requests().get(1).url()).hasPath("/checkip");
    assertThat(new StateFile(folder).load().state().checkip()).isEmpty();
  }

  @Test
  void asksAgainWhatAPersonHasSeenTo() {
    Desk desk = desk();
    desk.endpoint().answer(200, "nohost");
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    desk.endpoint().answer(200, "good");
    assertThat(updater.look(false, false).has(Result.REFUSED)).isTrue();

    updater.forgetRefusals(Duration.ofMinutes(10));
    assertThat(updater.look(false, false).has(Result.REFUSED)).isTrue();
    clock.advance(Duration.ofMinutes(10));
    updater.forgetRefusals(Duration.ofMinutes(10));
    assertThat(updater.look(false, false).has(Result.UPDATED)).isTrue();
  }

  /** dyn53's own endpoint says so where a limit was reached that passes. */
  @Test
  void comesBackAfterAnAbuseThatPasses() {
    Desk desk = desk();
    desk.endpoint().answer(200, "abuse", "retry-after", "3600");
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    Round round = updater.look(false, false);

    assertThat(round.has(Result.TROUBLE)).isTrue();
    assertThat(round.next().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    desk.endpoint().answer(200, "good");
    clock.advance(round.next().orElseThrow());
    assertThat(updater.look(false, false).has(Result.UPDATED)).isTrue();
  }

  @Test
  void tellsAnEndpointThatCanNotBeReachedFromNoAddress() {
    Desk desk = desk();
    ipv4.say(new Finding.Failed("nothing takes the connection", true));
    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).has(Result.UNREACHABLE)).isTrue();

    ipv4.say(new Finding.Failed("no answer"));
    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).has(Result.NO_ADDRESS)).isTrue();
  }

  @Test
  void asksAgainWithAnotherToken() {
    Desk desk = desk();
    desk.endpoint().answer(401, "badauth");
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    desk.endpoint().answer(200, "good");
    desk.configure("endpoint = https://a.example\ntoken = " + "b".repeat(32) + "\n");

    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).has(Result.UPDATED)).isTrue();
  }

  @Test
  void asksAgainForAnotherAddressAfterDnserr() {
    Desk desk = desk();
    desk.endpoint().answer(200, "dnserr");
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    desk.endpoint().answer(200, "good");
    ipv4.find("11.22.33.55");

    assertThat(updater.look(false, false).has(Result.UPDATED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"503,911", "200,911", "429,slow down", "500,oops", "404,<html>", "200,''"})
  void backsOffWhereTheEndpointIsInTrouble(int status, String body) {
    Desk desk = desk();
    desk.endpoint().answer(status, body);
    Updater updater = desk.updater(ipv4, ipv6, HOME);

    for (int second = 0; second < 3600; second++) {
      assertThat(updater.look(false, true).has(Result.TROUBLE)).isTrue();
      clock.advance(Duration.ofSeconds(1));
    }
    int requests = desk.endpoint().requests().size();

    // 5, 10, 20 ... seconds make 10 or 11 tries in an hour, each at both endpoints.
    assertThat(requests).isBetween(18, 24);
    assertThat(desk.events()).extracting(Event::kind).containsExactly(Event.Kind.TROUBLE);
    desk.endpoint().answer(200, "good");
    clock.advance(Duration.ofMinutes(75));
    assertThat(updater.look(false, false).has(Result.UPDATED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | 120
          Mon, 23 Nov 2026 12:10:00 GMT | 600
          9999999999                    | 86400
          1                             | 4
          """)
  void waitsAsLongAsTheEndpointWishes(String wish, long seconds) {
    Desk desk = desk();
    desk.endpoint().answer(503, "911", "retry-after", wish);
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    Duration wait = updater.look(false, false).next().orElseThrow();

    assertThat(wait)
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds * 11 / 10 + 3));
    clock.advance(wait.minusMillis(1));
    updater.look(false, false);
    assertThat(desk.endpoint().requests()).hasSize(2);
    clock.advance(Duration.ofMillis(1));
    updater.look(false, false);
    assertThat(desk.endpoint().requests()).hasSize(4);
  }

  @Test
  void triesTheNextEndpointWhereOneDoesNotAnswer() {
    Desk desk = desk();
    desk.endpoint().silence("a.example");

    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).has(Result.UPDATED)).isTrue();
    assertThat(desk.endpoint().requests())
        .extracting(request -> request.url().getHost())
        .containsExactly("a.example", "b.example");
  }

  @Test
  void saysWhatBothEndpointsSaidWhereNeitherIsOfHelp() {
    Desk desk = desk();
    desk.endpoint().silence("a.example");
    desk.endpoint().answer(503, "911");

    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).reports().get(0).text())
        .startsWith(
            "the endpoint can't be reached: a.example does not answer; at b.example it is in"
                + " trouble at present (911, status 503); next try in ");
    desk.endpoint().silence("b.example");
    assertThat(desk.updater(ipv4, ipv6, HOME).look(true, false).reports().get(0).text())
        .contains("reached: a.example does not answer; b.example does not answer; next try in ");
    desk.endpoint().speak();
    desk.endpoint().answer(404, "what?");
    assertThat(desk.updater(ipv4, ipv6, HOME).look(true, false).reports().get(0).text())
        .contains("the endpoint answered, but at a.example its answer (status 404) is not dyn53's")
        .doesNotContain("?;");
  }

  @Test
  void asksTheNextEndpointOnlyForHostsThatAreInTrouble() {
    Desk desk = desk();
    desk.endpoint().answer(503, "good\n911\n911");

    Round round = desk.updater(ipv4, ipv6, HOME, NAS, "x.example.com").look(false, false);

    assertThat(desk.endpoint().queries())
        .containsExactly(
            "hostname=home.example.com,nas.example.com,x.example.com&myip=11.22.33.44",
            "hostname=nas.example.com,x.example.com&myip=11.22.33.44");
    assertThat(round.reports())
        .extracting(HostReport::result)
        .containsExactly(Result.UPDATED, Result.TROUBLE, Result.TROUBLE);
  }

  @Test
  void doesNotTryTheNextEndpointWhereOneRefuses() {
    Desk desk = desk();
    desk.endpoint().answer(401, "badauth");

    desk.updater(ipv4, ipv6, HOME).look(false, false);

    assertThat(desk.endpoint().requests()).hasSize(1);
  }

  @Test
  void triesAtOnceWhenTheNetworkReturns() {
    Desk desk = desk();
    desk.endpoint().silence("a.example");
    desk.endpoint().silence("b.example");
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    assertThat(updater.look(false, false).has(Result.UNREACHABLE)).isTrue();
    desk.endpoint().speak();

    assertThat(updater.look(false, false).has(Result.UNREACHABLE)).isTrue();
    assertThat(updater.look(false, true).has(Result.UPDATED)).isTrue();
  }
}
