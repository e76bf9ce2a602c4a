package io.github.dyn53.cli.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.IpAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdaterTest {

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

  @Test
  void asksOnceForAllHostsAndThenNoMore() {
    Desk desk = desk();
    ipv6.find("2a00::1");
    Updater updater = desk.updater(ipv4, ipv6, HOME, NAS);

    assertThat(updater.look(false, false).has(Result.UPDATED)).isTrue();
    assertThat(updater.look(false, false).has(Result.UNCHANGED)).isTrue();

    assertThat(desk.endpoint().queries())
        .containsExactly("hostname=home.example.com,nas.example.com&myip=11.22.33.44,2a00::1");
    assertThat(desk.endpoint().requests().get(0).headers())
        .containsEntry("Authorization", "Bearer " + Desk.TOKEN)
        .containsEntry("User-Agent", "dyn53/test");
    assertThat(ipv4.asked()).isEqualTo(2);
  }

  @Test
  void remembersOverARestart() {
    Desk desk = desk();
    desk.updater(ipv4, ipv6, HOME).look(false, false);

    desk.updater(ipv4, ipv6, HOME).look(false, false);

    assertThat(desk.endpoint().requests()).hasSize(1);
  }

  @Test
  void writesNothingWhereNothingChanged() throws Exception {
    Desk desk = desk();
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    Files.delete(folder.resolve("dyn53.state"));

    updater.look(false, false);

    assertThat(folder.resolve("dyn53.state")).doesNotExist();
  }

  @Test
  void tellsOfAChange() {
    Desk desk = desk();
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    ipv4.find("11.22.33.55");

    updater.look(false, false);

    assertThat(desk.said())
        .containsExactly(
            "home.example.com is now 11.22.33.44",
            "home.example.com is now 11.22.33.55 (was 11.22.33.44)");
    assertThat(desk.events())
        .extracting(event -> event.kind().word(), event -> event.before().describe())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("changed", "-"),
            org.assertj.core.groups.Tuple.tuple("changed", "11.22.33.44"));
  }

  @Test
  void refreshesWhatDidNotChange() {
    Desk desk = desk();
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    desk.endpoint().answer(200, "nochg");

    clock.advance(Duration.ofHours(24).minusSeconds(1));
    updater.look(false, false);
    assertThat(desk.endpoint().requests()).hasSize(1);

    clock.advance(Duration.ofSeconds(1));
    updater.look(false, false);
    updater.look(false, false);
    assertThat(desk.endpoint().requests()).hasSize(2);
  }

  @Test
  void leavesAFamilyAloneWhoseSourceFails() {
    Desk desk = desk();
    ipv6.find("2a00::1");
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    ipv6.say(new Finding.Failed("no answer"));
    updater.look(false, false);
    ipv4.find("11.22.33.55");
    updater.look(false, false);
    ipv6.find("2a00::1");
    updater.look(false, false);

    assertThat(desk.endpoint().queries())
        .containsExactly(
            "hostname=home.example.com&myip=11.22.33.44,2a00::1",
            "hostname=home.example.com&myip=11.22.33.55");
  }

  @ParameterizedTest
  @CsvSource({"192.168.1.1", "100.64.0.1", "203.0.113.1", "127.0.0.1", "169.254.1.1"})
  void neverSendsASpecialAddress(String address) {
    Desk desk = desk();
    ipv4.find(address);

    Round round = desk.updater(ipv4, ipv6, HOME).look(true, false);

    assertThat(round.has(Result.NO_ADDRESS)).isTrue();
    assertThat(desk.endpoint().requests()).isEmpty();
  }

  @Test
  void readsALineForEachHost() {
    Desk desk = desk();
    desk.endpoint().answer(200, "good 11.22.33.44\nnohost\n");

    Round round = desk.updater(ipv4, ipv6, HOME, NAS).look(false, false);

    assertThat(round.reports())
        .extracting(HostReport::result)
        .containsExactly(Result.UPDATED, Result.REFUSED);
  }

  @Test
  void sendsNoMoreThanTwentyHostsAtOnce() {
    Desk desk = desk();
    var names = new String[45];
    for (int i = 0; i < names.length; i++) {
      names[i] = "h" + i + ".example.com";
    }

    desk.updater(ipv4, ipv6, names).look(false, false);

    assertThat(desk.endpoint().requests()).hasSize(3);
  }

  @Test
  void sendsAgainWhereDnsAnswersSomethingElseAtMostOnceAnHour() {
    Desk desk = desk();
    desk.publish(Addresses.NONE.with(IpAddress.parse("11.22.33.1").orElseThrow()));
    Updater updater = desk.updater(ipv4, ipv6, HOME);

    for (int minute = 0; minute < 150; minute++) {
      updater.look(false, false);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(desk.endpoint().requests()).hasSize(3);
  }

  @Test
  void survivesAClockThatIsSetBackAYear() {
    HandMovedClock later = Desk.noon();
    later.advance(Duration.ofDays(365));
    Desk before = new Desk(folder, later);
    ipv4.find("11.22.33.44");
    before.endpoint().answer(503, "911", "retry-after", "3600");
    before.updater(ipv4, ipv6, HOME).look(false, false);

    Desk desk = desk();
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    assertThat(updater.look(false, false).has(Result.UPDATED)).isTrue();
    clock.advance(Duration.ofHours(25));
    updater.look(false, false);
    assertThat(desk.endpoint().requests()).hasSize(2);
  }

  @Test
  void refreshesADayAfterAClockThatWasAYearAheadIsRight() {
    HandMovedClock later = Desk.noon();
    later.advance(Duration.ofDays(365));
    Desk before = new Desk(folder, later);
    ipv4.find("11.22.33.44");
    before.updater(ipv4, ipv6, HOME).look(false, false);

    Desk desk = desk();
    for (int hour = 0; hour < 25; hour++) {
      desk.updater(ipv4, ipv6, HOME).look(false, false);
      clock.advance(Duration.ofHours(1));
    }

    assertThat(desk.endpoint().requests()).hasSize(1);
  }

  @Test
  void asksWhenForced() {
    Desk desk = desk();
    Updater updater = desk.updater(ipv4, ipv6, HOME);
    updater.look(false, false);
    updater.look(true, false);

    assertThat(desk.endpoint().requests()).hasSize(2);
  }
}
