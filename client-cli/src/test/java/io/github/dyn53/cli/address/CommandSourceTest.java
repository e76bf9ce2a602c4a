package io.github.dyn53.cli.address;

import static io.github.dyn53.cli.address.AddressChainTest.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.process.Processes;
import io.github.dyn53.dns.Family;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
class CommandSourceTest {

  @Test
  void takesTheFirstWord() {
    assertThat(shell("echo; echo ' 9.9.9.9 eth0'; echo more; echo complaint >&2"))
        .isEqualTo(found("9.9.9.9", "command"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          echo 2600::7                 | None   | of the other family
          echo address 9.9.9.9         | Failed | does not begin with an address
          true                         | Failed | does not begin with an address
          echo 9.9.9.9; exit 3         | Failed | exit code 3
          read x; echo "[$x]"          | Failed | does not begin with an address
          """)
  void saysWhatIsWrong(String script, String kind, String words) {
    Finding finding = shell(script);

    assertThat(finding.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(finding.toString()).contains(words);
  }

  @Test
  void readsNoMoreThanItNeeds() {
    assertThat(shell("echo 9.9.9.9; head -c 3000000 /dev/zero"))
        .isEqualTo(found("9.9.9.9", "command"));
  }

  @Test
  void stopsAProgramThatDoesNotEnd(@TempDir Path folder) throws Exception {
    Path pids = folder.resolve("pids");
    String script = "sleep 600 & echo $! $$ > " + pids + "; wait; sleep 600";
    var command = new SourceSpec.Command(List.of("/bin/sh", "-c", script));

    assertThat(new CommandSource(command, Duration.ofSeconds(1)).find(Family.IPV4))
        .isEqualTo(new Finding.Failed("the program did not end within 1 s"));
    String[] started = Files.readString(pids).strip().split(" ", -1);
    assertThat(started).hasSize(2);
    for (String pid : started) {
      assertThat(Processes.ends(Long.parseLong(pid))).as(pid).isTrue();
    }
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    var command = new SourceSpec.Command(List.of("/nowhere/my-address"));

    assertThat(new CommandSource(command, Duration.ofSeconds(10)).find(Family.IPV4))
        .isInstanceOfSatisfying(
            Finding.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .contains("can't be started", "/nowhere/my-address")
                    .doesNotEndWith(" "));
  }

  private static Finding shell(String script) {
    return new CommandSource(
            new SourceSpec.Command(List.of("/bin/sh", "-c", script)), Duration.ofSeconds(30))
        .find(Family.IPV4);
  }
}
