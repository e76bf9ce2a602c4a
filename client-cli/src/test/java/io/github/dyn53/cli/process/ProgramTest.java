package io.github.dyn53.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell of POSIX")
class ProgramTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** Repeated, as it is a race: the JDK closes the pipe of a program that ended if it can. */
  @RepeatedTest(3)
  void doesNotTakeAChildThatStaysForTheProgram() {
    Program.Outcome outcome =
        Program.run(shell("sleep 600 & echo $!; exit 0"), Duration.ofSeconds(5));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Program.Ended.class,
            ended -> {
              ProcessHandle child = process(ended.output());
              assertThat(child.isAlive()).as("none of our business").isTrue();
              child.destroyForcibly();
              assertThat(ended.exitCode()).isZero();
            });
  }

  @Test
  void takesWhatAChildPrintsSoonAfterTheEnd() {
    assertThat(output("(sleep 0.6; echo late) & echo first; sleep 0.2")).isEqualTo("first\nlate\n");
  }

  @Test
  void waitsForAProgramThatClosesItsOutput() {
    assertThat(output("echo first; exec >&-; sleep 1.5")).isEqualTo("first\n");
  }

  @Test
  void stopsTheProgramBeforeItsChildrenSoThatItDoesNotGoOn(@TempDir Path folder) {
    String others = "sleep 600 & ".repeat(32);
    String script = "sleep 600 & first=$!; " + others + "wait $first; echo > gone-on; wait";

    Program.Outcome outcome =
        Program.run(shell("cd " + folder + "; " + script), Duration.ofSeconds(1));

    assertThat(outcome).isInstanceOf(Program.TooSlow.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void overhearsComplaintsAndPassesVariables() {
    Program.Outcome outcome =
        Program.overhear(
            shell("echo $DYN53_TOLD; echo complaint >&2"), Map.of("DYN53_TOLD", "you"), LONG);

    assertThat(((Program.Ended) outcome).output()).isEqualTo("you\ncomplaint\n");
  }

  private static String output(String script) {
    return ((Program.Ended) Program.run(shell(script), LONG)).output();
  }

  private static ProcessHandle process(String printed) {
    return ProcessHandle.of(Long.parseLong(printed.strip())).orElseThrow();
  }

  private static List<String> shell(String script) {
    return List.of("/bin/sh", "-c", script);
  }
}
