package io.github.dyn53.cli.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.dns.Hostname;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are told of what stands: as it begins and once a day, whoever starts the looks. */
class TellingTest {

  private static final String HOME = "home.example.com";

  @TempDir private Path folder = Path.of("");

  private final HandMovedClock clock = Desk.noon();
  private final ScriptedSource ipv4 = new ScriptedSource("router");
  private final ScriptedSource ipv6 = new ScriptedSource("interface");

  private Desk desk() {
    ipv4.find("11.22.33.44");
    return new Desk(folder, clock);
  }

  @Test
  void saysThatThereIsNoAddressWhenItBeginsAndOnceADay() {
    Desk desk = desk();
    ipv4.say(new Finding.Failed("no answer"));

    // A new updater each time, as a timer starts one.
    for (int run = 0; run < 288; run++) {
      Round round = desk.updater(ipv4, ipv6, HOME).look(false, false);
      assertThat(round.has(Result.NO_ADDRESS)).isTrue();
      assertThat(round.reports().get(0).due()).isEqualTo(run == 0);
      clock.advance(Duration.ofMinutes(5));
    }
    assertThat(desk.events()).extracting(Event::kind).containsExactly(Event.Kind.NO_ADDRESS);

    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).reports().get(0).due()).isTrue();
    assertThat(desk.events()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"200,good", "401,badauth", "503,911"})
  void saysAgainThatThereIsNoAddressAfterThereWasOne(int status, String answer) {
    Desk desk = desk();
    desk.endpoint().answer(status, answer);
    ipv4.say(new Finding.Failed("no answer"));
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    ipv4.find("11.22.33.44");
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    desk.configure("endpoint = https://a.example\ntoken = " + "b".repeat(32) + "\n");
    ipv4.say(new Finding.Failed("no answer"));
    // While the endpoint is given time, nobody looks.
    clock.advance(Duration.ofHours(1));
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    desk.updater(ipv4, ipv6, HOME).look(false, false);

    assertThat(desk.events()).filteredOn(event -> event.kind() == Event.Kind.NO_ADDRESS).hasSize(2);
  }

  @Test
  void saysThatThereIsNoAddressAgainAfterAnUnchangedOne() {
    Desk desk = desk();
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    for (int i = 0; i < 2; i++) {
      ipv4.say(new Finding.Failed("no answer"));
      desk.updater(ipv4, ipv6, HOME).look(false, false);
      ipv4.find("11.22.33.44");
      desk.updater(ipv4, ipv6, HOME).look(false, false);
    }

    assertThat(desk.endpoint().requests()).hasSize(1);
    assertThat(desk.events())
        .extracting(Event::kind)
        .containsExactly(Event.Kind.CHANGED, Event.Kind.NO_ADDRESS, Event.Kind.NO_ADDRESS);
  }

  /** A hook that asks dyn53 for the status sees the new address, and may take its time. */
  @Test
  void remembersBeforeItTells() {
    Desk desk = desk();
    var remembered = new ArrayList<Map<Hostname, HostState>>();
    desk.whenTold(() -> remembered.add(new StateFile(folder).load().state().hosts()));
    desk.updater(ipv4, ipv6, HOME, "nas.example.com").look(false, false);

    assertThat(remembered)
        .hasSize(2)
        .allSatisfy(hosts ->
            assertThat(hosts.values())
                .extracting(host -> host.sent().describe())
                .containsExactly("11.22.33.44", "11.22.33.44"));
  }

  @Test
  void tellsTheFirstAddressFromOneThatHasChanged() {
    Desk desk = desk();
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    ipv4.find("11.22.33.55");
    desk.updater(ipv4, ipv6, HOME).look(false, false);

    assertThat(desk.events())
        .extracting(Event::reason)
        .containsExactly("the first address to be sent", "the address has changed");
  }

  @Test
  void saysAtOnceThatAnotherTokenIsRefusedAsWell() {
    Desk desk = desk();
    desk.endpoint().answer(401, "badauth");
    desk.updater(ipv4, ipv6, HOME).look(false, false);
    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).reports().get(0).due()).isFalse();
    desk.configure("endpoint = https://a.example\ntoken = " + "b".repeat(32) + "\n");

    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).reports().get(0).due()).isTrue();
  }

  @Test
  void saysThatTheEndpointIsInTroubleWhenItBeginsAndOnceADay() {
    Desk desk = desk();
    desk.endpoint().silence("a.example");
    desk.endpoint().silence("b.example");

    // From the first day's message, which comes with the third try, to the second's.
    assertThat(runsThatSaySo(desk, Result.UNREACHABLE, 2 * 288))
        .hasSize(2)
        .startsWith(0)
        .last(InstanceOfAssertFactories.INTEGER)
        .isBetween(288, 288 + 24);

    desk.endpoint().speak();
    desk.endpoint().answer(503, "911");
    assertThat(runsThatSaySo(desk, Result.TROUBLE, 24)).hasSize(1);
    desk.endpoint().answer(200, "good");
    clock.advance(Duration.ofMinutes(75));
    assertThat(desk.updater(ipv4, ipv6, HOME).look(false, false).has(Result.UPDATED)).isTrue();
    desk.endpoint().silence("a.example");
    desk.endpoint().silence("b.example");
    ipv4.find("11.22.33.55");
    assertThat(runsThatSaySo(desk, Result.UNREACHABLE, 24)).containsExactly(0);
  }

  /**
   * A new updater every five minutes, as a timer starts one; which of them have something to say.
   */
  private List<Integer> runsThatSaySo(Desk desk, Result result, int runs) {
    var due = new ArrayList<Integer>();
    for (int run = 0; run < runs; run++) {
      HostReport report = desk.updater(ipv4, ipv6, HOME).look(false, false).reports().getFirst();
      if (report.result() == result && report.due()) {
        due.add(run);
      }
      clock.advance(Duration.ofMinutes(5));
    }
    return due;
  }
}
