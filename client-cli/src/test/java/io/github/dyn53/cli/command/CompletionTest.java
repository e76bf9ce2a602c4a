package io.github.dyn53.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.AutoComplete;

/** What bash offers behind a word that was begun, in a folder with a few files. */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {

  private static final Path BASH = Path.of("/bin/bash");

  /** As bash calls it; compopt complains where nobody types, and no test hears it. */
  private static final String ASK =
      """
      source "$1"; shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"
      _complete_dyn53 "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    assumeTrue(Files.isExecutable(BASH), "no bash here");
    Files.writeString(folder.resolve("script"), AutoComplete.bash("dyn53", ManualTest.line()));
    Files.createDirectories(folder.resolve("here/folder"));
    Files.createFile(folder.resolve("here/file one"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update --config",
        "update --token-file",
        "update --ca-file",
        "watch --state",
        "watch --on-change",
        "watch --on-trouble",
        "doctor --config",
        "setup --token-file",
        "setup --ca-file",
        "setup --file",
        "setup --from-ddclient",
        "service install --config",
        "service status --config"
      })
  void completesNamesOfFiles(String typed) throws Exception {
    assertThat(completed(typed, "f")).containsExactlyInAnyOrder("folder", "file one");
    assertThat(completed(typed, "fi")).containsExactly("file one");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          service install --kind, sys, systemd systemd-user systemd-timer
          service remove --kind,  c,   cron
          update --check-dns,     y,   yes
          update --ipv4,          r,   router
          update --ipv6,          '',  interface endpoint router none
          setup --ipv4,           e,   endpoint
          setup --ipv6,           n,   none
          """)
  void completesValuesThatThereAre(String typed, String begun, String values) throws Exception {
    assertThat(completed(typed, begun)).containsExactly(values.split(" ", -1));
  }

  @Test
  void offersNothingWhereOnlyThePersonKnows() throws Exception {
    assertThat(completed("update --host", "f")).isEmpty();
    assertThat(completed("update --endpoint", "f")).isEmpty();
  }

  private List<String> completed(String typed, String begun) throws Exception {
    var command = new java.util.ArrayList<>(List.of(BASH.toString(), "--norc", "-c", ASK, "bash"));
    command.add(folder.resolve("script").toString());
    command.add("dyn53");
    command.addAll(List.of(typed.split(" ", -1)));
    command.add(begun);
    Process bash =
        new ProcessBuilder(command)
            .directory(folder.resolve("here").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.lines().filter(line -> !line.isEmpty()).toList();
  }
}
