package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code dyn53 service} of the packaged jar, as programs read it. */
class ServiceIT {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "install, systemd, /etc/systemd/system/dyn53.service, daemon-reload",
    "remove, systemd, /etc/systemd/system/dyn53.service, disable",
    "install, windows-task, dyn53-task.xml, /End",
    "status, systemd, '', status"
  })
  void showsItsPlanInJson(String command, String kind, String path, String word) throws Exception {
    Packaged.Ended ended = service(command, "--kind", kind, "--print", "--json");

    JsonNode plan = new ObjectMapper().readTree(ended.out());
    assertThat(ended.code()).isZero();
    assertThat(plan.path("kind").asText()).isEqualTo(kind);
    assertThat(plan.path("done").asBoolean(true)).isFalse();
    assertThat(plan.path("ok").asBoolean()).isTrue();
    assertThat(plan.path("files").path(0).path("path").asText()).endsWith(path);
    assertThat(plan.path("files").size()).isEqualTo(path.isEmpty() ? 0 : 1);
    assertThat(plan.path("commands").path(0).toString()).contains("\"" + word + "\"");
    assertThat(plan.path("said")).isEmpty();
  }

  @Test
  void tellsThatTheServiceIsNotThere() throws Exception {
    Packaged.Ended ended = service("status", "--kind", "launchd", "--json");

    JsonNode status = new ObjectMapper().readTree(ended.out());
    assertThat(status.path("done").asBoolean()).isTrue();
    assertThat(status.path("ok").asBoolean(true)).isFalse();
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void saysWhichProgramOfTheSystemIsMissing() throws Exception {
    Packaged.Ended ended = service("status", "--kind", "launchd");

    assertThat(ended.err()).contains("launchctl is not to be found here");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void showsWhatCanNotWorkAndSaysSo() throws Exception {
    Packaged.Ended ended = service("install", "--kind", "cron", "--config", "no.conf", "--print");

    assertThat(ended.err())
        .contains("dyn53: there is no " + folder.resolve("no.conf"))
        .contains("dyn53 setup --file");
    assertThat(ended.out()).contains("# then: sh -c '").doesNotContain("there is no");
    assertThat(ended.code()).isZero();
  }

  @Test
  void makesNoServiceThatCanNotWork() throws Exception {
    Packaged.Ended ended = service("install", "--kind", "cron", "--config", "no.conf");
    Packaged.Ended json = service("install", "--kind", "cron", "--config", "no.conf", "--json");

    assertThat(ended.err()).contains("there is no ");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.code()).isEqualTo(3);
    JsonNode refusal = new ObjectMapper().readTree(json.out());
    assertThat(refusal.path("done").asBoolean(true)).isFalse();
    assertThat(refusal.path("ok").asBoolean(true)).isFalse();
    assertThat(refusal.path("notes").path(0).asText()).startsWith("there is no ");
    assertThat(json.code()).isEqualTo(3);
  }

  @Test
  void makesNoServiceOfAConfigurationThatCanNotBeUsed() throws Exception {
    new Packaged(folder, List.of()).write("bad.conf", "bad\n");

    Packaged.Ended ended = service("install", "--kind", "cron", "--config", "bad.conf");
    Packaged.Ended shown = service("install", "--kind", "cron", "--config", "bad.conf", "--print");

    assertThat(ended.err()).contains("bad.conf, line 1: ", "bad.conf, endpoint: is missing");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(shown.err()).contains("bad.conf, line 1: ");
    assertThat(shown.out()).contains("# then: sh -c '");
    assertThat(shown.code()).isZero();
  }

  private Packaged.Ended service(String... arguments) throws Exception {
    return new Packaged(folder, List.of()).run("", "service", arguments);
  }
}
