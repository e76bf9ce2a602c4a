package io.github.dyn53.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.update.Desk;
import io.github.dyn53.cli.update.ScriptedSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final Finding HIDDEN = new Finding.None("no address outside (NAT-PMP)", true);

  @TempDir private Path folder = Path.of("");

  private final Watched watched = new Watched();
  private final VirtualTime time = watched.time();
  private final ScriptedSource router = watched.router();
  private final ScriptedSource endpoint = watched.endpoint();

  @Test
  void doesNotFlapBehindASecondNatAndSaysWhatItIs() {
    Desk desk = watched.desk(folder);
    endpoint.find("55.66.77.88");
    time.stopAfter(DAY);

    watched.run(desk);

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
    Desk desk = watched.desk(folder);
    router.find(outer);
    endpoint.find("55.66.77.88");
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(desk.endpoint().queries())
        .containsExactly("hostname=home.example.com&myip=55.66.77.88");
    assertThat(desk.warned()).singleElement().asString().contains(outer, name, "public IPv4");
  }

  @Test
  void namesCarrierGradeNatOnceThatTheRouterHides() {
    Desk desk = watched.desk(folder);
    Duration moment = Duration.ofMinutes(10);
    time.at(moment, () -> router.say(HIDDEN));
    time.at(moment, () -> endpoint.find("55.66.77.88"));
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.stopAfter(moment.plus(DAY.dividedBy(2)));

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 55.66.77.88");
    assertThat(desk.warned())
        .singleElement()
        .asString()
        .contains("the endpoint sees 55.66.77.88: carrier-grade or double NAT");
  }

  /** However seldom it looks, and though nothing is announced. */
  @Test
  void namesCarrierGradeNatThatWasThereBeforeIt() {
    Desk desk = watched.desk(folder);
    router.say(HIDDEN);
    endpoint.find("55.66.77.88");
    time.stopAfter(MINUTE);

    watched.run(desk, DAY);

    assertThat(desk.warned()).singleElement().asString().contains("carrier-grade or double NAT");
    assertThat(router.asked()).isEqualTo(2);
    assertThat(endpoint.asked()).isEqualTo(1);
  }

  @Test
  void callsNoRouterCarrierGradeThatConnectsAnew() {
    Desk desk = watched.desk(folder);
    Duration moment = Duration.ofMinutes(10);
    time.at(moment, () -> router.say(HIDDEN));
    time.at(moment, () -> endpoint.find("11.22.33.55"));
    time.at(moment, Signal.ROUTER_ANNOUNCED);
    time.at(moment.plusMillis(500), () -> router.find("11.22.33.55"));
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(desk.said()).last().asString().contains("is now 11.22.33.55");
    assertThat(desk.warned()).isEmpty();
  }

  @Test
  void callsNoRouterCarrierGradeThatIsCutOff() {
    Desk desk = watched.desk(folder);
    // So that it is the endpoint's older view that stands while there is no connection.
    router.say(new Finding.Failed("the router does not answer"));
    time.at(Duration.ofMinutes(100), () -> router.say(HIDDEN));
    time.at(Duration.ofMinutes(100), () -> endpoint.say(new Finding.Failed("no way")));
    time.at(Duration.ofMinutes(130), () -> endpoint.find("11.22.33.44"));
    time.at(Duration.ofMinutes(130), () -> router.find("11.22.33.44"));
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(desk.warned()).noneMatch(line -> line.contains("double NAT"));
  }

  @Test
  void findsNoSecondNatWhereThereIsNoRouter() {
    Desk desk = watched.desk(folder);
    router.say(new Finding.None("this machine is connected without a router"));
    time.stopAfter(DAY);

    watched.run(desk);

    assertThat(desk.warned()).isEmpty();
  }
}
