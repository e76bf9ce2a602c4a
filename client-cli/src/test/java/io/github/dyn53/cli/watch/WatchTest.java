package io.github.dyn53.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.AddressChain;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.update.Desk;
import io.github.dyn53.cli.update.ScriptedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final Finding HIDDEN = new Finding.None("no address outside (NAT-PMP)", true);

  @TempDir private Path folder = Path.of("");

  private final VirtualTime time = new VirtualTime();
  private final ScriptedSource router = new ScriptedSource("router");
  private final ScriptedSource endpoint = new ScriptedSource("endpoint");
  private final ScriptedSource none = new ScriptedSource("none");

  private boolean outdated;

  private Desk desk() {
    router.find("11.22.33.44");
    endpoint.find("11.22.33.44");
    return new Desk(folder, time);
  }

  private void watch(Desk desk) {
    watch(desk, MINUTE);
  }

  private void watch(Desk desk, Duration poll) {
    var freshness = new Freshness();
    var random = new Random(7);
    var paced = new PacedSource(router, Duration.ZERO, freshness, time::nanos, random);
    var seldom = new PacedSource(endpoint, Duration.ofMinutes(10), freshness, time::nanos, random);
    var updater = desk.updater(new AddressChain(List.of(paced, seldom)), none, "home.example.com");
    var views = new Views(List.of(paced), Optional.of(seldom), endpoint);
    var comparison = new Comparison(views, desk);
    var attention = new Watch.Attention(freshness, comparison, () -> outdated, random, desk);
    assertThat(new Watch(updater, time, poll, attention).run()).isEqualTo(outdated);
  }

  @Test
  void endsWithoutALookWhereAnotherConfigurationIsThere() {
    outdated = true;
    Desk desk = desk();

    watch(desk);

    assertThat(desk.endpoint().requests()).isEmpty();
  }

  @Test
  void sendsAtMostTwoRequestsInADayWithoutChange() {
    Desk desk = desk();
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.endpoint().requests().size() + endpoint.asked()).isLessThanOrEqualTo(2);
    assertThat(router.asked()).isBetween(1300, 1600);
  }

  @Test
  void sendsAtMostTwoRequestsInTheDayAfterARestart() {
    Desk desk = desk();
    time.stopAfter(DAY.dividedBy(2));
    watch(desk);
    int before = desk.endpoint().requests().size() + endpoint.asked();
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.endpoint().requests().size() + endpoint.asked() - before)
        .isLessThanOrEqualTo(2);
  }

  @Test
  void followsWithoutRoomForItsState() throws IOException {
    Desk desk = desk();
    Path inTheWay = Files.createDirectory(folder.resolve("dyn53.state.new"));
    time.at(
        Duration.ofMinutes(100),
        () -> {
          router.find("11.22.33.55");
          endpoint.find("11.22.33.55");
        });
    time.stopAfter(DAY.plusMinutes(5));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
    assertThat(desk.warned())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("dyn53.state can't be written"));
    assertThat(folder.resolve("dyn53.state")).doesNotExist();
    assertThat(desk.endpoint().requests()).hasSizeLessThan(4);

    time.at(Duration.ofMinutes(100), () -> assertThat(inTheWay.toFile().delete()).isTrue());
    time.stopAfter(Duration.ofMinutes(102));
    watch(desk);
    assertThat(folder.resolve("dyn53.state")).exists();
  }

  @Test
  void saysAtItsBeginningWhatIsRefusedStill() {
    Desk desk = desk();
    desk.endpoint().answer(200, "nohost");
    time.stopAfter(MINUTE);
    watch(desk);
    assertThat(desk.said()).isEmpty();
    time.stopAfter(Duration.ofHours(5));

    watch(desk);

    assertThat(desk.said())
        .singleElement()
        .asString()
        .contains("home.example.com: the endpoint has no such host", "dyn53 update --force");
  }

  @Test
  void followsAnAnnouncementWithinASecond() {
    Desk desk = desk();
    Duration moment = Duration.ofMinutes(100).plusSeconds(17);
    time.at(moment, () -> router.find("11.22.33.55"));
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.stopAfter(moment.plusSeconds(1));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void followsARouterThatAnnouncesBeforeItKnows() {
    Desk desk = desk();
    Duration moment = Duration.ofMinutes(100).plusSeconds(17);
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.at(moment.plusMillis(2500), () -> router.find("11.22.33.55"));
    time.stopAfter(moment.plusMillis(3100));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void followsAChangeThatNobodyAnnouncesAtTheNextPoll() {
    Desk desk = desk();
    time.at(Duration.ofMinutes(100), () -> router.find("11.22.33.55"));
    time.stopAfter(Duration.ofMinutes(100).plusSeconds(67));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void looksOnceASecondInAFloodOfSignals() {
    Desk desk = desk();
    for (int i = 0; i < 6000; i++) {
      time.at(Duration.ofMinutes(10).plusMillis(i * 10L), Signal.LINK_CHANGED);
    }
    time.at(Duration.ofMinutes(10).plusSeconds(5), () -> router.find("11.22.33.55"));
    time.stopAfter(Duration.ofMinutes(11).plusSeconds(10));

    watch(desk);

    assertThat(router.asked()).isLessThan(90);
    assertThat(desk.endpoint().requests()).hasSize(2);
  }

  @Test
  void asksTheEndpointSeldomWhereOnlyItCanTell() {
    Desk desk = desk();
    router.say(new Finding.Failed("no router answers"));
    time.stopAfter(DAY);

    watch(desk);

    assertThat(endpoint.asked()).isBetween(125, 165);
    // Ever more seldom as well: 5 s, 10 s ... 10 min.
    assertThat(router.asked()).isLessThan(170);
    assertThat(desk.endpoint().requests()).hasSize(1);
  }

  @Test
  void asksTheEndpointAtOnceAfterASignalWhereOnlyItCanTell() {
    Desk desk = desk();
    router.say(new Finding.Failed("no router answers"));
    Duration moment = Duration.ofMinutes(103);
    // Twice: the first may coincide with the endpoint's usual turn.
    time.at(moment, () -> endpoint.find("11.22.33.55"));
    time.at(moment, Signal.LINK_CHANGED);
    time.at(moment.plus(MINUTE), () -> endpoint.find("11.22.33.66"));
    time.at(moment.plus(MINUTE), Signal.LINK_CHANGED);
    time.stopAfter(moment.plus(MINUTE).plusSeconds(1));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.66");
  }

  @Test
  void letsNobodyDriveItToTheEndpointBySignals() {
    Desk desk = desk();
    router.say(new Finding.Failed("no router answers"));
    for (int i = 0; i < 3600; i++) {
      time.at(Duration.ofMinutes(10).plusSeconds(i), Signal.ROUTER_ANNOUNCED);
    }
    time.stopAfter(Duration.ofMinutes(71));

    watch(desk);

    assertThat(endpoint.asked()).isLessThan(100);
  }

  @Test
  void doesNotFlapBehindASecondNatAndSaysWhatItIs() {
    Desk desk = desk();
    endpoint.find("55.66.77.88");
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.endpoint().queries())
        .containsExactly("hostname=home.example.com&myip=11.22.33.44");
    assertThat(endpoint.asked()).isEqualTo(1);
    assertThat(desk.warned())
        .singleElement()
        .asString()
        .startsWith("the router says 11.22.33.44, but the endpoint sees 55.66.77.88");
  }

  @ParameterizedTest
  @CsvSource({"100.64.1.2, carrier-grade NAT", "192.168.178.20, double NAT"})
  void takesTheEndpointsViewBehindASecondNatAndNamesItOnce(String outer, String name) {
    Desk desk = desk();
    router.find(outer);
    endpoint.find("55.66.77.88");
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.endpoint().queries())
        .containsExactly("hostname=home.example.com&myip=55.66.77.88");
    assertThat(desk.warned()).singleElement().asString().contains(outer, name, "public IPv4");
  }

  @Test
  void namesCarrierGradeNatOnceThatTheRouterHides() {
    Desk desk = desk();
    Duration moment = Duration.ofMinutes(10);
    time.at(moment, () -> router.say(HIDDEN));
    time.at(moment, () -> endpoint.find("55.66.77.88"));
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.stopAfter(moment.plus(DAY.dividedBy(2)));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 55.66.77.88");
    assertThat(desk.warned())
        .singleElement()
        .asString()
        .contains("the endpoint sees 55.66.77.88: carrier-grade or double NAT");
  }

  /** However seldom it looks, and though nothing is announced. */
  @Test
  void namesCarrierGradeNatThatWasThereBeforeIt() {
    Desk desk = desk();
    router.say(HIDDEN);
    endpoint.find("55.66.77.88");
    time.stopAfter(MINUTE);

    watch(desk, DAY);

    assertThat(desk.warned()).singleElement().asString().contains("carrier-grade or double NAT");
    assertThat(router.asked()).isEqualTo(2);
    assertThat(endpoint.asked()).isEqualTo(1);
  }

  @Test
  void callsNoRouterCarrierGradeThatConnectsAnew() {
    Desk desk = desk();
    Duration moment = Duration.ofMinutes(10);
    time.at(moment, () -> router.say(HIDDEN));
    time.at(moment, () -> endpoint.find("11.22.33.55"));
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.at(moment.plusMillis(500), () -> router.find("11.22.33.55"));
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
    assertThat(desk.warned()).isEmpty();
  }

  @Test
  void callsNoRouterCarrierGradeThatIsCutOff() {
    Desk desk = desk();
    // So that it is the endpoint's older view that stands while there is no connection.
    router.say(new Finding.Failed("the router does not answer"));
    time.at(Duration.ofMinutes(100), () -> router.say(HIDDEN));
    time.at(Duration.ofMinutes(100), () -> endpoint.say(new Finding.Failed("no way")));
    time.at(Duration.ofMinutes(130), () -> endpoint.find("11.22.33.44"));
    time.at(Duration.ofMinutes(130), () -> router.find("11.22.33.44"));
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.warned()).noneMatch(line -> line.contains("double NAT"));
  }

  @Test
  void findsNoSecondNatWhereThereIsNoRouter() {
    Desk desk = desk();
    router.say(new Finding.None("this machine is connected without a router"));
    time.stopAfter(DAY);

    watch(desk);

    assertThat(desk.warned()).isEmpty();
  }

  @Test
  void triesAgainAfterFiveSecondsAndThenEverMoreSeldom() {
    Desk desk = desk();
    desk.endpoint().answer(503, "911");
    time.at(Duration.ofMinutes(30), () -> desk.endpoint().answer(200, "good"));
    time.stopAfter(Duration.ofMinutes(62));

    watch(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.44");
    // Nine or ten tries at two endpoints, and the one that succeeded.
    assertThat(desk.endpoint().requests()).hasSizeBetween(15, 22);
  }

  @Test
  void looksNoMoreOftenWhereTheAddressIsGoneBeforeTheNextTry() {
    Desk desk = desk();
    desk.endpoint().answer(503, "911");
    time.at(Duration.ofSeconds(1), () -> router.say(new Finding.Failed("no line")));
    time.at(Duration.ofSeconds(1), () -> endpoint.say(new Finding.Failed("no line")));
    time.at(Duration.ofMinutes(55), () -> desk.endpoint().answer(200, "good"));
    time.at(Duration.ofMinutes(55), () -> router.find("11.22.33.55"));
    time.at(Duration.ofMinutes(55), Signal.ROUTER_ANNOUNCED);
    time.stopAfter(Duration.ofMinutes(55).plusSeconds(1));

    watch(desk);

    assertThat(router.asked()).isLessThan(70);
    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void neverAsksAgainAfterARefusal() {
    Desk desk = desk();
    desk.endpoint().answer(401, "badauth");
    time.at(Duration.ofHours(3), Signal.LINK_CHANGED);
    time.at(Duration.ofHours(5), () -> router.find("11.22.33.55"));
    time.stopAfter(DAY.multipliedBy(3));

    watch(desk);

    assertThat(desk.endpoint().requests()).hasSize(1);
    assertThat(desk.warned().stream().filter(line -> line.contains("badauth"))).hasSize(3);
  }

  @Test
  void refreshesEachDay() {
    Desk desk = desk();
    time.stopAfter(DAY.multipliedBy(7).plusHours(1));

    watch(desk);

    assertThat(desk.endpoint().requests()).hasSize(8);
  }

  @Test
  void takesAClockThatJumpsAsNoReasonToAskMoreThanOnce() {
    Desk desk = desk();
    time.at(Duration.ofHours(1), () -> time.setClockBy(Duration.ofDays(-400)));
    time.at(Duration.ofHours(2), () -> time.setClockBy(Duration.ofDays(800)));
    time.at(Duration.ofHours(3), () -> time.setClockBy(Duration.ofDays(-400)));
    time.stopAfter(Duration.ofHours(20));

    watch(desk);

    assertThat(desk.endpoint().requests()).hasSizeLessThanOrEqualTo(2);
    assertThat(router.asked()).isBetween(1080, 1350);
  }
}
