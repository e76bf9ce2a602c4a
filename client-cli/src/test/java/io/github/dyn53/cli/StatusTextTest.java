package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.state.HoldOff;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.State;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.dns.Hostname;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTextTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Configuration CONFIGURATION =
      ConfigurationFile.parse(
          "dyn53.conf",
          """
          endpoint = https://a.example
          token = abcdefghijklmnopqrstuvwxyz234567
          host = home.example.com
          """);

  @TempDir private Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void tellsOfAWait() {
    hold(NOW.minusSeconds(10), NOW.plusSeconds(30));

    assertThat(printed(Set.of())).isEqualTo(ExitCode.ENDPOINT);
    assertThat(said()).contains("trouble: no route", "1 try failed; next one in 30s");
  }

  /** An update asks at once then. */
  @Test
  void tellsOfNoWaitThatBeginsInTheFuture() {
    Instant ahead = NOW.plus(Duration.ofDays(400));
    hold(ahead, ahead.plusSeconds(30));

    assertThat(printed(Set.of())).isEqualTo(ExitCode.OK);
    assertThat(printed(Set.of(Switch.JSON))).isEqualTo(ExitCode.OK);
    assertThat(said()).doesNotContain("no route", "400d").contains("\"failures\" : 0");
  }

  private void hold(Instant since, Instant until) {
    HostState held = HostState.NEW.held(new HoldOff(1, since, until, true, "no route"));
    new StateFile(folder).save(State.EMPTY.with(new Hostname("home.example.com"), held));
  }

  private ExitCode printed(Set<Switch> switches) {
    var stream = new PrintStream(out, true);
    var options = new Options(Optional.empty(), List.of(), switches);
    return new StatusText(stream, stream, options, () -> NOW).print(CONFIGURATION, folder);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
