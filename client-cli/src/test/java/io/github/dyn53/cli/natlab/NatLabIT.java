package io.github.dyn53.cli.natlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.natlab.NatLab.Ran;
import org.junit.jupiter.api.Test;

/** The packaged companion follows what happens to its home, seen by the name server outside. */
class NatLabIT extends AtHome {

  /** Far apart, so that only an announcement or a changed interface can be the reason. */
  private static final String PATIENT = "poll = 10m\nendpoint-poll = 1h\n";

  private static final String WITHOUT_ROUTER = "poll = 5s\nendpoint-poll = 10s\n";

  @Test
  void showsRouterToTheWorldAndNotTheHome() {
    assertThat(curl("-4")).isEqualTo(new Ran(0, NatLab.FIRST_ADDRESS));
    assertThat(curl("-6")).isEqualTo(new Ran(0, NatLab.FIRST_PREFIX + "::10"));

    lab().tell("cgnat", "on");

    assertThat(curl("-4")).isEqualTo(new Ran(0, "11.22.33.200"));
  }

  @Test
  void followsNewIpv4Address() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("address", "11.22.33.55");

      watch.awaitDns("A", "11.22.33.55");
    }
  }

  @Test
  void followsNewIpv6Prefix() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("AAAA", NatLab.FIRST_PREFIX + "::10");

      lab().tell("prefix", "2a10:53:bb:1");

      watch.awaitDns("AAAA", "2a10:53:bb:1::10");
    }
  }

  @Test
  void looksAgainWhenLinkIsBack() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("link", "home", "down");
      lab().tell("address", "11.22.33.56");
      lab().tell("link", "home", "up");

      watch.awaitDns("A", "11.22.33.56");
    }
  }

  @Test
  void followsRouterThatComesBackElsewhere() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("reboot", "3", "11.22.33.57");

      watch.awaitDns("A", "11.22.33.57");
    }
  }

  @Test
  void asksTheEndpointWhereRouterTellsNothing() {
    lab().tell("upnp", "off");
    try (var watch = Watched.start(lab(), home, WITHOUT_ROUTER)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("address", "11.22.33.58");

      watch.awaitDns("A", "11.22.33.58");
    }
  }

  @Test
  void publishesWhatTheWorldSeesBehindCarriersNat() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("cgnat", "on");

      watch.awaitDns("A", "11.22.33.200");
      watch.awaitOutput("carrier-grade");
      assertThat(watch.run("address").output())
          .contains("11.22.33.200", "endpoint", "carrier-grade");
      assertThat(watch.run("doctor").output())
          .contains("carrier-grade", "ask the provider for a public IPv4 address");
    }
  }

  @Test
  void tellsTheEndpointOnceItAnswersAgain() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("endpoint", "refuse");
      lab().tell("address", "11.22.33.59");
      watch.awaitOutput("api.dyn.test");
      assertThat(lab().dns("A")).isEqualTo(NatLab.FIRST_ADDRESS);
      lab().tell("endpoint", "up");

      watch.awaitDns("A", "11.22.33.59");
    }
  }

  /** Unlike a refusal, nothing comes back: only a time-out of its own can tell. */
  @Test
  void tellsTheEndpointOnceItsPacketsGetThrough() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("endpoint", "drop");
      lab().tell("address", "11.22.33.63");
      watch.awaitOutput("the endpoint can't be reached");
      assertThat(lab().dns("A")).isEqualTo(NatLab.FIRST_ADDRESS);
      lab().tell("endpoint", "up");

      watch.awaitDns("A", "11.22.33.63");
    }
  }

  @Test
  void asksAgainWhereTheEndpointIsInTrouble() {
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);

      lab().tell("endpoint", "trouble");
      lab().tell("address", "11.22.33.60");
      watch.awaitOutput("911");
      lab().tell("endpoint", "up");

      watch.awaitDns("A", "11.22.33.60");
    }
  }

  @Test
  void stopsAskingWithWrongToken() {
    String wrong = "abcdefghijklmnopqrstuvwxyz234567";
    try (var watch = Watched.start(lab(), home, PATIENT, wrong)) {
      watch.awaitOutput("badauth");
      long before = lab().connections();

      lab().tell("address", "11.22.33.61");
      lab().tell("address", "11.22.33.62");
      watch.stillRunsAfterSeconds(5);

      // It may look where it stands with the endpoint, but the token is not tried again.
      assertThat(lab().connections() - before).isLessThanOrEqualTo(2);
      assertThat(watch.output()).doesNotContain(wrong);
    }
    try (var watch = Watched.start(lab(), home, PATIENT)) {
      watch.awaitDns("A", "11.22.33.62");
    }
  }

  @Test
  void asksNothingWhileNothingChanges() {
    try (var watch = Watched.start(lab(), home, "poll = 5s\nendpoint-poll = 1h\n")) {
      watch.awaitDns("A", NatLab.FIRST_ADDRESS);
      watch.awaitDns("AAAA", NatLab.FIRST_PREFIX + "::10");
      watch.stillRunsAfterSeconds(3);
      long before = lab().connections();

      watch.stillRunsAfterSeconds(12);

      assertThat(lab().connections()).isEqualTo(before);
    }
  }

  @Test
  void oneShotUpdatesOnceAndThenAsksNothing() {
    assertThat(Watched.once(lab(), home, "update").exitCode()).isZero();
    assertThat(lab().dns("A")).isEqualTo(NatLab.FIRST_ADDRESS);
    assertThat(lab().dns("AAAA")).isEqualTo(NatLab.FIRST_PREFIX + "::10");
    long before = lab().connections();

    Ran again = Watched.once(lab(), home, "update");

    assertThat(again.exitCode()).isZero();
    assertThat(lab().connections()).isEqualTo(before);
  }

  private Ran curl(String family) {
    return lab()
        .run(
            "exec",
            "home",
            "curl",
            "-sS",
            "--cacert",
            lab().caFile().toString(),
            family,
            "https://api.dyn.test/checkip");
  }
}
