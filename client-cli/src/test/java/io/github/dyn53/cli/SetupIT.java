package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dyn53.cli.state.InstanceLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dyn53 setup} of the packaged jar, where nobody is there to ask. */
class SetupIT {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  @TempDir private Path folder = Path.of("");

  private final FakeEndpoint endpoint = new FakeEndpoint();

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void writesTriesAndSaysWhatCameOfIt() throws Exception {
    Packaged.Ended ended = setup(TOKEN);

    assertThat(ended.out())
        .contains("is written to my.conf, closed to others")
        .contains("home.example.com: updated to 11.22.33.44")
        .contains("It works.", "dyn53 watch --config my.conf", "service install --config my.conf")
        .doesNotContain(TOKEN);
    assertThat(ended.code()).isZero();
    Path file = folder.resolve("my.conf");
    assertThat(Files.readString(file)).contains("token = " + TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void saysThatTheTryDidNotGoWell() throws Exception {
    endpoint.answer(401, "badauth");

    Packaged.Ended ended = setup(TOKEN);

    assertThat(ended.out()).contains("dyn53 doctor --config my.conf looks for the reason");
    assertThat(ended.err()).contains("badauth");
    assertThat(ended.code()).isEqualTo(4);
  }

  @Test
  void saysThatAnotherRunsWithThatState() throws Exception {
    try (var held = InstanceLock.take(folder.resolve("state")).orElseThrow()) {
      Packaged.Ended ended = setup(TOKEN);
      Packaged.Ended json = setup(TOKEN, "--force", "--json");

      assertThat(ended.out())
          .contains("is written to my.conf", "It was not tried, as another dyn53 works")
          .doesNotContain("did not go well");
      assertThat(ended.err()).isEmpty();
      assertThat(ended.code()).isZero();
      assertThat(new ObjectMapper().readTree(json.out()).path("tried").path("text").asText())
          .contains("another dyn53 works");
      assertThat(json.code()).isZero();
      assertThat(held).isNotNull();
    }
    assertThat(endpoint.updates()).isEmpty();
  }

  @Test
  void triesNothingWhereThatIsWished() throws Exception {
    assertThat(setup(TOKEN, "--no-try").code()).isZero();
    assertThat(endpoint.updates()).isEmpty();
  }

  @Test
  void leavesAFileAloneThatIsThere() throws Exception {
    setup(TOKEN, "--no-try");

    Packaged.Ended again = setup(TOKEN, "--no-try");

    assertThat(again.err()).contains("my.conf is there already; --force replaces it");
    assertThat(again.code()).isEqualTo(3);
    assertThat(setup(TOKEN, "--no-try", "--force").code()).isZero();
  }

  @Test
  void refusesWhatIsNoTokenWithoutRepeatingIt() throws Exception {
    Packaged.Ended ended = setup("hunter2");

    assertThat(ended.err()).contains("--token-stdin: that is no token").doesNotContain("hunter2");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void saysWhichFlagIsMissing() throws Exception {
    Packaged.Ended ended =
        new Packaged(folder, List.of())
            .run("", "setup", "--endpoint", endpoint.url(), "--file", "my.conf");

    assertThat(ended.err()).contains("give --token-file or --token-stdin");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void saysWhichFlagGivesTheTokenThatDdclientDoesNotHave() throws Exception {
    new Packaged(folder, List.of())
        .write("old.conf", "server=abc.example, password=hunter2 home.example.com");

    Packaged.Ended ended =
        new Packaged(folder, List.of())
            .run(
                "",
                "setup",
                "--from-ddclient",
                "old.conf",
                "--endpoint",
                endpoint.url(),
                "--file",
                "my.conf");

    assertThat(ended.err()).contains("give --token-file or --token-stdin");
    assertThat(ended.out() + ended.err()).doesNotContain("hunter2");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(folder.resolve("my.conf")).doesNotExist();
  }

  @Test
  void tellsProgramsWhatCameOfIt() throws Exception {
    JsonNode done = new ObjectMapper().readTree(setup(TOKEN, "--json").out());
    Packaged.Ended again = setup(TOKEN, "--json");
    JsonNode untried =
        new ObjectMapper().readTree(setup(TOKEN, "--json", "--force", "--no-try").out());

    assertThat(done.path("file").asText()).isEqualTo("my.conf");
    assertThat(done.path("tried").path("hosts").path(0).path("result").asText())
        .isEqualTo("updated");
    assertThat(new ObjectMapper().readTree(again.out()).path("file").isNull()).isTrue();
    assertThat(again.out()).contains("my.conf is there already");
    assertThat(again.code()).isEqualTo(3);
    assertThat(untried.path("tried").isNull()).isTrue();
    assertThat(endpoint.updates()).hasSize(1);
  }

  @Test
  void tellsProgramsThatTheTryDidNotGoWell() throws Exception {
    endpoint.answer(401, "badauth");

    Packaged.Ended ended = setup(TOKEN, "--json");

    assertThat(new ObjectMapper().readTree(ended.out()).path("tried").toString())
        .contains("refused");
    assertThat(ended.code()).isEqualTo(4);
  }

  private Packaged.Ended setup(String input, String... more) throws Exception {
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of("--endpoint", endpoint.url(), "--token-stdin", "--host", "home.example.com"));
    arguments.addAll(List.of("--ipv4", "endpoint", "--ipv6", "none"));
    arguments.addAll(List.of("--file", "my.conf"));
    arguments.addAll(List.of(more));
    return new Packaged(folder, List.of())
        .run(input + "\n", "setup", arguments.toArray(String[]::new));
  }
}
