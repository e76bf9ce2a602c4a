package io.github.dyn53.cli.natlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.natlab.NatLab.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packaged companion says at home of the router and of the way in from outside. */
class AskedAtHomeIT extends AtHome {

  private static final int PORT = 8443;

  @ParameterizedTest
  @CsvSource({"router:nat-pmp, NAT-PMP", "router:pcp, PCP", "router:igd, UPnP IGD"})
  void eachProtocolAloneTellsTheAddressOutside(String source, String label) {
    Ran address = Watched.once(lab(), home, "address", "--ipv4", source);

    assertThat(address.output())
        .contains(source + "  11.22.33.44", "11.22.33.44 by router (" + label + ")");
    assertThat(address.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"router:nat-pmp", "router:pcp", "router:igd"})
  void eachProtocolAloneNamesCarriersNat(String source) {
    lab().tell("cgnat", "on");

    Ran address = Watched.once(lab(), home, "address", "--ipv4", source + ",endpoint");

    assertThat(address.output()).contains("11.22.33.200 by endpoint", "carrier-grade");
  }

  @Test
  void doctorFindsAForwardedPortOpen() throws Exception {
    lab().tell("port", String.valueOf(PORT), "open");
    Process server = lab().webServer(PORT);
    try {
      awaitServer();

      assertThat(doctor().output()).contains("IPv4 port 8443: open: 11.22.33.44 takes connections");
    } finally {
      server.descendants().forEach(ProcessHandle::destroy);
      server.waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "open, 'closed: 11.22.33.44 refuses connections'",
    "shut, 'closed: 11.22.33.44 refuses connections'",
    "drop, 'no answer: 11.22.33.44 drops connections'"
  })
  void doctorFindsAPortShutWhereNothingListensOrNothingGetsThrough(String router, String text) {
    lab().tell("port", String.valueOf(PORT), router);

    Ran doctor = doctor();

    assertThat(doctor.output()).contains("FAIL  IPv4 port 8443: " + text);
    assertThat(doctor.exitCode()).isEqualTo(8);
  }

  @Test
  void setupTriesAnEndpointOfAnAuthorityOfItsOwn() throws Exception {
    Path token = home.resolve("token");
    Files.writeString(token, lab().token());
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    Path file = home.resolve("setup.conf");
    String flags =
        "setup --endpoint https://api.dyn.test --host home.dyn.test --file %s --token-file %s --ca-file %s"
            .formatted(file, token, lab().caFile());

    Ran setup = Ran.of(lab().dyn53(flags.split(" ")));

    assertThat(setup.output()).contains("It works.");
    assertThat(file).content().contains("ca-file = " + lab().caFile());
  }

  private Ran doctor() {
    Watched.once(lab(), home, "update");
    return Watched.once(lab(), home, "doctor", "--port", String.valueOf(PORT));
  }

  private void awaitServer() throws InterruptedException {
    String url = "http://" + NatLab.HOME + ":" + PORT + "/";
    int tries = 0;
    while (lab().run("exec", "home", "curl", "-s", "-o", "/dev/null", url).exitCode() != 0) {
      if (++tries > 100) {
        throw new AssertionError("no server at home");
      }
      Thread.sleep(100);
    }
  }
}
