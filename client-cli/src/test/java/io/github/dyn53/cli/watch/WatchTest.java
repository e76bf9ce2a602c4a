package io.github.dyn53.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.update.Desk;
import io.github.dyn53.cli.update.ScriptedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder = Path.of("");

  private final Watched watched = new Watched();
  private final VirtualTime time = watched.time();
  private final ScriptedSource router = watched.router();
  private final ScriptedSource endpoint = watched.endpoint();

  @Test
  void endsWithoutALookWhereAnotherConfigurationIsThere() {
    watched.outdate();
    Desk desk = watched.desk(folder);

    watched.run(desk);

    assertThat(desk.endpoint().requests()).isEmpty();
  }

  @Test
  void sendsAtMostTwoRequestsInADayWithoutChange() {
    Desk desk = watched.desk(folder);
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(desk.endpoint().requests().size() + endpoint.asked()).isLessThanOrEqualTo(2);
    assertThat(router.asked()).isBetween(1300, 1600);
  }

  @Test
  void sendsAtMostTwoRequestsInTheDayAfterARestart() {
    Desk desk = watched.desk(folder);
    time.stopAfter(DAY.dividedBy(2));
    watched.run(desk);
    int before = desk.endpoint().requests().size() + endpoint.asked();
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(desk.endpoint().requests().size() + endpoint.asked() - before)
        .isLessThanOrEqualTo(2);
  }

  @Test
  void followsWithoutRoomForItsState() throws IOException {
    Desk desk = watched.desk(folder);
    Path inTheWay = Files.createDirectory(folder.resolve("dyn53.state.new"));
    time.at(
        Duration.ofMinutes(100),
        () -> {
          router.find("11.22.33.55");
          endpoint.find("11.22.33.55");
        });
    time.stopAfter(DAY.plusMinutes(5));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
    assertThat(desk.warned())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("dyn53.state can't be written"));
    assertThat(folder.resolve("dyn53.state")).doesNotExist();
    assertThat(desk.endpoint().requests()).hasSizeLessThan(4);

    time.at(Duration.ofMinutes(100), () -> assertThat(inTheWay.toFile().delete()).isTrue());
    time.stopAfter(Duration.ofMinutes(102));
    watched.run(desk);
    assertThat(folder.resolve("dyn53.state")).exists();
  }

  @Test
  void saysAtItsBeginningWhatIsRefusedStill() {
    Desk desk = watched.desk(folder);
    desk.endpoint().answer(200, "nohost");
    time.stopAfter(MINUTE);
    watched.run(desk);
    assertThat(desk.said()).isEmpty();
    time.stopAfter(Duration.ofHours(5));

    watched.run(desk);

    assertThat(desk.said())
        .singleElement()
        .asString()
        .contains("home.example.com: the endpoint has no such host", "dyn53 update --force");
  }

  @Test
  void followsAnAnnouncementWithinASecond() {
    Desk desk = watched.desk(folder);
    Duration moment = Duration.ofMinutes(100).plusSeconds(17);
    time.at(moment, () -> router.find("11.22.33.55"));
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.stopAfter(moment.plusSeconds(1));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void followsARouterThatAnnouncesBeforeItKnows() {
    Desk desk = watched.desk(folder);
    Duration moment = Duration.ofMinutes(100).plusSeconds(17);
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.at(moment.plusMillis(2500), () -> router.find("11.22.33.55"));
    time.stopAfter(moment.plusMillis(3100));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void followsAChangeThatNobodyAnnouncesAtTheNextPoll() {
    Desk desk = watched.desk(folder);
    time.at(Duration.ofMinutes(100), () -> router.find("11.22.33.55"));
    time.stopAfter(Duration.ofMinutes(100).plusSeconds(67));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void looksOnceASecondInAFloodOfSignals() {
    Desk desk = watched.desk(folder);
    for (int i = 0; i < 6000; i++) {
      time.at(Duration.ofMinutes(10).plusMillis(i * 10L), Signal.LINK_CHANGED);
    }
    time.at(Duration.ofMinutes(10).plusSeconds(5), () -> router.find("11.22.33.55"));
    time.stopAfter(Duration.ofMinutes(11).plusSeconds(10));

    watched.run(desk);

    assertThat(router.asked()).isLessThan(90);
    assertThat(desk.endpoint().requests()).hasSize(2);
  }

  @Test
  void asksTheEndpointSeldomWhereOnlyItCanTell() {
    Desk desk = watched.desk(folder);
    router.say(new Finding.Failed("no router answers"));
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(endpoint.asked()).isBetween(125, 165);
    // Ever more seldom as well: 5 s, 10 s ... 10 min.
    assertThat(router.asked()).isLessThan(170);
    assertThat(desk.endpoint().requests()).hasSize(1);
  }

  @Test
  void asksTheEndpointAtOnceAfterASignalWhereOnlyItCanTell() {
    Desk desk = watched.desk(folder);
    router.say(new Finding.Failed("no router answers"));
    Duration moment = Duration.ofMinutes(103);
    // Twice: the first may coincide with the endpoint's usual turn.
    time.at(moment, () -> endpoint.find("11.22.33.55"));
    time.at(moment, Signal.LINK_CHANGED);
    time.at(moment.plus(MINUTE), () -> endpoint.find("11.22.33.66"));
    time.at(moment.plus(MINUTE), Signal.LINK_CHANGED);
    time.stopAfter(moment.plus(MINUTE).plusSeconds(1));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.66");
  }

  @Test
  void letsNobodyDriveItToTheEndpointBySignals() {
    Desk desk = watched.desk(folder);
    router.say(new Finding.Failed("no router answers"));
    for (int i = 0; i < 3600; i++) {
      time.at(Duration.ofMinutes(10).plusSeconds(i), Signal.ROUTER_ANNOUNCED);
    }
    time.stopAfter(Duration.ofMinutes(71));

    watched.run(desk);

    assertThat(endpoint.asked()).isLessThan(100);
  }

  @Test
  void triesAgainAfterFiveSecondsAndThenEverMoreSeldom() {
    Desk desk = watched.desk(folder);
    desk.endpoint().answer(503, "911");
    time.at(Duration.ofMinutes(30), () -> desk.endpoint().answer(200, "good"));
    time.stopAfter(Duration.ofMinutes(62));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.44");
    // Nine or ten tries at two endpoints, and the one that succeeded.
    assertThat(desk.endpoint().requests()).hasSizeBetween(15, 22);
  }

  @Test
  void looksNoMoreOftenWhereTheAddressIsGoneBeforeTheNextTry() {
    Desk desk = watched.desk(folder);
    desk.endpoint().answer(503, "911");
    time.at(Duration.ofSeconds(1), () -> router.say(new Finding.Failed("no line")));
    time.at(Duration.ofSeconds(1), () -> endpoint.say(new Finding.Failed("no line")));
    time.at(Duration.ofMinutes(55), () -> desk.endpoint().answer(200, "good"));
    time.at(Duration.ofMinutes(55), () -> router.find("11.22.33.55"));
    time.at(Duration.ofMinutes(55), Signal.ROUTER_ANNOUNCED);
    time.stopAfter(Duration.ofMinutes(55).plusSeconds(1));

    watched.run(desk);

    assertThat(router.asked()).isLessThan(70);
    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
  }

  @Test
  void neverAsksAgainAfterARefusal() {
    Desk desk = watched.desk(folder);
    desk.endpoint().answer(401, "badauth");
    time.at(Duration.ofHours(3), Signal.LINK_CHANGED);
    time.at(Duration.ofHours(5), () -> router.find("11.22.33.55"));
    time.stopAfter(DAY.multipliedBy(3));

    watched.run(desk);

    assertThat(desk.endpoint().requests()).hasSize(1);
    assertThat(desk.warned().stream().filter(line -> line.contains("badauth"))).hasSize(3);
  }

  @Test
  void refreshesEachDay() {
    Desk desk = watched.desk(folder);
    time.stopAfter(DAY.multipliedBy(7).plusHours(1));

    watched.run(desk);

    assertThat(desk.endpoint().requests()).hasSize(8);
  }

  @Test
  void takesAClockThatJumpsAsNoReasonToAskMoreThanOnce() {
    Desk desk = watched.desk(folder);
    time.at(Duration.ofHours(1), () -> time.setClockBy(Duration.ofDays(-400)));
    time.at(Duration.ofHours(2), () -> time.setClockBy(Duration.ofDays(800)));
    time.at(Duration.ofHours(3), () -> time.setClockBy(Duration.ofDays(-400)));
    time.stopAfter(Duration.ofHours(20));

    watched.run(desk);

    assertThat(desk.endpoint().requests()).hasSizeLessThanOrEqualTo(2);
    assertThat(router.asked()).isBetween(1080, 1350);
  }
}
