package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.command.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code docs/samples/compose.yaml} against what the companion and Java take. */
class ComposeSampleTest {

  private static final Path SAMPLE = Path.of("..", "docs", "samples", "compose.yaml");

  /** Of the Compose specification, what is of use here: another word would be a slip. */
  private static final List<String> KNOWN =
      List.of(
          "image",
          "command",
          "network_mode",
          "restart",
          "user",
          "read_only",
          "cap_drop",
          "security_opt",
          "mem_limit",
          "environment",
          "volumes");

  private Map<?, ?> service = Map.of();

  @BeforeEach
  void read() throws IOException {
    Map<String, Map<String, Map<?, ?>>> compose = new Yaml().load(Files.readString(SAMPLE));
    assertThat(compose).containsOnlyKeys("services");
    Map<String, Map<?, ?>> services = compose.getOrDefault("services", Map.of());
    assertThat(services).containsOnlyKeys("dyn53");
    service = services.getOrDefault("dyn53", Map.of());
  }

  @Test
  void namesOnlyWhatComposeKnows() {
    assertThat(service.keySet().stream().map(String::valueOf)).isSubsetOf(KNOWN);
  }

  @Test
  void runsWhatTheCommandLineTakesOnFilesThatAreMounted() {
    List<String> command = words("command");
    int jar = command.indexOf("-jar");
    List<String> arguments = command.subList(jar + 2, command.size());

    Options options = FastPath.parse(arguments.toArray(String[]::new)).orElseThrow();

    assertThat(arguments).first().isEqualTo("watch");
    assertThat(mounts())
        .containsEntry(command.get(jar + 1), "./dyn53.jar")
        .containsEntry(options.configuration().orElseThrow().toString(), "./dyn53.conf");
  }

  @Test
  void givesJavaOptionsThatItTakes() throws Exception {
    List<String> words = words("command");
    var command = new ArrayList<>(words.subList(0, words.indexOf("-jar")));
    assertThat(command.removeFirst()).isEqualTo("java");
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-version");

    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).as(said).isZero();
  }

  /**
   * A watch that is told to end does so with 0, which no failure is: none would follow a reboot.
   */
  @Test
  void comesBackAfterAReboot() {
    assertThat(service.get("restart")).isEqualTo("unless-stopped");
  }

  @Test
  void hasJavaThatReadsTheJar() {
    String tag = String.valueOf(service.get("image")).split(":", 2)[1];

    assertThat(Integer.parseInt(tag.split("-", 2)[0])).isGreaterThanOrEqualTo(21);
  }

  @Test
  void remembersInTheFolderThatIsMountedToBeWritten() {
    var environment = (Map<?, ?>) Objects.requireNonNull(service.get("environment"));

    assertThat(environment.keySet()).hasToString("[STATE_DIRECTORY]");
    assertThat(mounts())
        .containsEntry(String.valueOf(environment.get("STATE_DIRECTORY")), "./state");
    assertThat(words("volumes"))
        .filteredOn(volume -> !volume.endsWith(":ro"))
        .singleElement()
        .asString()
        .startsWith("./state:");
  }

  private List<String> words(String name) {
    var list = (List<?>) Objects.requireNonNull(service.get(name), name);
    return list.stream().map(String::valueOf).toList();
  }

  /** What lies beside the file, by where the container has it. */
  private Map<String, String> mounts() {
    return words("volumes").stream()
        .map(volume -> volume.split(":", 3))
        .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
  }
}
