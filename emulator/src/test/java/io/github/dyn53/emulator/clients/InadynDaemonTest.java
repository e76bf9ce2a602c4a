package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A router's inadyn runs for months: what ends it leaves the host behind for good. */
class InadynDaemonTest {

  private static final String ADDRESS = "11.22.33.44";

  private final Inadyn inadyn = new Inadyn();
  private final RealProgram kill = RealProgram.require("kill", "procps");

  @TempDir Path emulatorFolder;
  @TempDir Path folder;

  @Test
  void survivesServerFaultAndSucceedsLater() {
    try (var dyn53 = LocalDyn53.start(emulatorFolder)) {
      String host = dyn53.newHost(LocalDyn53.ZONE);
      dyn53.beginTrouble();
      survives(dyn53, host);
    }
  }

  private void survives(LocalDyn53 dyn53, String host) {
    try (var running = inadyn.start(setup(dyn53, host))) {
      running.awaitOutput(Inadyn.RETRY, 1);
      signal(running, "-USR1");
      running.awaitOutput(Inadyn.RETRY, 2);

      dyn53.endTrouble();
      signal(running, "-USR1");

      running.awaitOutput("Updating cache for " + host, 1);
      assertThat(running.isAlive()).isTrue();
      assertThat(dyn53.lookUp(host, "A")).containsExactly(ADDRESS);
    }
  }

  private Setup setup(LocalDyn53 dyn53, String host) {
    return new Setup(
        folder, dyn53.at(Transport.HTTPS), dyn53.caFile(), dyn53.token(), List.of(host), ADDRESS);
  }

  private void signal(RunningProgram running, String signal) {
    kill.run(folder, List.of(signal, Long.toString(running.pid())));
  }
}
