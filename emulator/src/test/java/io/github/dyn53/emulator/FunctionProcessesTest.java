package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.cloud.DnsQuestions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Reply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole emulator with {@code --functions process}. */
class FunctionProcessesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SLOW =
      """
      [{"fault": "latency", "milliseconds": 2500, "action": "ChangeResourceRecordSets"}]
      """;

  private final Path faults;
  private final Emulator emulator;
  private final ReadyFile ready;
  private final HttpUpdates updates;

  @AutoClose private final HttpClient owner = HttpClient.newHttpClient();

  FunctionProcessesTest(@TempDir Path folder) throws IOException {
    faults = Files.writeString(folder.resolve("faults.json"), "[]");
    emulator =
        Emulator.start(
            new EmulatorOptions(
                new EmulatorOptions.Ports(0, 0, 0),
                List.of("dyn.test"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(faults),
                EmulatorOptions.Functions.PROCESS),
            folder);
    ready = emulator.ready();
    updates = new HttpUpdates(ready.http(), PATIENCE);
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void publishesWhatFunctionInItsOwnProcessWasAskedFor() throws Exception {
    assertThat(update("9.1.2.3")).isEqualTo(new Reply(200, "good 9.1.2.3\n"));

    assertThat(lookUp()).containsExactly("60 9.1.2.3");
    assertThat(invoke("AdminFunction", "{\"command\":\"host.list\"}").body())
        .contains("\"ok\":true", "\"ipv4\":\"9.1.2.3\"");
    assertThat(processes("UpdateFunction")).hasSize(1);
    assertThat(processes("AdminFunction")).hasSize(1);
  }

  @Test
  void answersAsApiGatewayWhereProcessIsKilledInMidUpdate() throws Exception {
    update("9.1.2.3");
    Files.writeString(faults, SLOW);
    CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> update("9.1.2.4"));
    awaitPending();

    processes("UpdateFunction").forEach(ProcessHandle::destroyForcibly);

    assertThat(reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(new Reply(500, "{\"message\":\"Internal Server Error\"}"));
    Files.writeString(faults, "[]");
    assertThat(update("9.1.2.5").word()).isEqualTo("good");
  }

  @Test
  void leavesNoProcessBehind() {
    update("9.1.2.3");
    List<ProcessHandle> children = processes("Function").toList();
    assertThat(children).hasSize(2);

    emulator.close();

    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void showsNoSecretToOtherUsersOfTheMachine() {
    update("9.1.2.3");

    assertThat(processes("Function").map(process -> process.info().commandLine().orElseThrow()))
        .hasSize(2)
        .noneMatch(line -> line.contains(ready.token()));
  }

  private Reply update(String address) {
    return updates.get(ready.token(), "hostname=%s&myip=%s".formatted(ready.host(), address));
  }

  private List<String> lookUp() {
    String port = ready.dns().substring(ready.dns().lastIndexOf(':') + 1);
    return new DnsQuestions(Integer.parseInt(port)).ask("A", ready.host());
  }

  private HttpResponse<String> invoke(String function, String event)
      throws IOException, InterruptedException {
    var uri = ready.lambda().resolve("/2015-03-31/functions/%s/invocations".formatted(function));
    return owner.send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(event)).build(),
        BodyHandlers.ofString());
  }

  private void awaitPending() throws Exception {
    String show = "{\"command\":\"host.show\",\"hostname\":\"%s\"}".formatted(ready.host());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!invoke("AdminFunction", show).body().contains("\"pendingSince\"")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static Stream<ProcessHandle> processes(String function) {
    return ProcessHandle.current()
        .children()
        .filter(process ->
            process
                .info()
                .commandLine()
                .filter(line -> line.endsWith(function + "::handleRequest"))
                .isPresent());
  }
}
