package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dyn53.cli.command.Commands;
import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.config.Places;
import io.github.dyn53.cli.service.Installation;
import io.github.dyn53.cli.service.Plan;
import io.github.dyn53.cli.service.Plans;
import io.github.dyn53.cli.service.ServiceKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/samples/systemd.md} against the unit and what the companion takes. */
class SystemdSampleTest {

  private static final Path SAMPLE = Path.of("..", "docs", "samples", "systemd.md");
  private static final Path CONFIGURATION =
      new Places("Linux", "/home/me", "me", Map.of()).configurations().getLast();

  /** As the Debian package has it. */
  private static final Plan.TextFile UNIT =
      Plans.install(
              ServiceKind.SYSTEMD,
              new Installation(List.of("/bin/true"), CONFIGURATION, Path.of("/root"), 0))
          .files()
          .getFirst();

  private String sample = "";

  @BeforeEach
  void read() throws IOException {
    sample = Files.readString(SAMPLE);
  }

  @Test
  void typesCommandsThatThereAre() {
    List<String> commands =
        block("sh")
            .map(line -> line.replaceFirst("#.*", "").strip().replaceFirst("^sudo ", ""))
            .filter(line -> line.startsWith("dyn53 "))
            .toList();

    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      List<String> arguments = List.of(command.substring("dyn53 ".length()).split(" ", 0));
      assertThatCode(() -> commandLine().line().parseArgs(arguments.toArray(String[]::new)))
          .as(command)
          .doesNotThrowAnyException();
      int kind = arguments.indexOf("--kind");
      assertThat(kind < 0 || ServiceKind.parse(arguments.get(kind + 1)).isPresent())
          .as(command)
          .isTrue();
    }
  }

  private static Commands commandLine() {
    var out = new PrintWriter(new StringWriter());
    var companion = new Dyn53(Map.of(), System.out, System.err);
    return new Commands(
        companion, new LocalServices(companion.places(), out, out), "test", out, out);
  }

  @Test
  void namesUnitAndFilesAsTheyAre() {
    assertThat(UNIT.path().getFileName()).hasToString("dyn53.service");
    assertThat(matches("(?:enable --now|-u|systemctl edit) ([a-z0-9]+)"))
        .hasSize(3)
        .containsOnly("dyn53");
    assertThat(sample).contains("sudoedit " + CONFIGURATION + " ");
    assertThat(matches("/var/lib/(\\w+)")).isNotEmpty().allMatch(this::isStateFolder);
  }

  private boolean isStateFolder(String name) {
    return UNIT.text().lines().anyMatch(("StateDirectory=" + name)::equals);
  }

  @Test
  void givesCredentialsByVariablesThatThereAre() {
    List<String> variables = matches("Environment=(\\w+)=");
    List<String> credentials = matches("LoadCredential=(\\w+):");

    assertThat(variables)
        .isNotEmpty()
        .isSubsetOf(Stream.of(Key.values()).map(Key::variable).toList());
    assertThat(matches("=%d/(\\w+)")).isNotEmpty().isEqualTo(credentials);
  }

  @Test
  void addsWhatSystemdUnderstands(@TempDir Path folder) throws Exception {
    Path analyze = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(analyze), "no systemd-analyze here");
    Path unit = Files.writeString(folder.resolve("dyn53.service"), UNIT.text());
    Path addition = Files.createDirectories(folder.resolve("dyn53.service.d"));
    Files.write(addition.resolve("override.conf"), block("ini").toList());

    Process process =
        new ProcessBuilder(analyze.toString(), "verify", "--man=no", unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private List<String> matches(String pattern) {
    return Pattern.compile(pattern).matcher(sample).results().map(match -> match.group(1)).toList();
  }

  /** The lines of all blocks of that language. */
  private Stream<String> block(String language) {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(sample)
        .results()
        .map(MatchResult::group)
        .flatMap(String::lines)
        .filter(line -> !line.startsWith("```"));
  }
}
