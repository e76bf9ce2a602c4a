package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.cloud.DnsQuestions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole emulator, used as its users use it: HTTP, DNS and the admin function. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmulatorTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUERY = "hostname=home.dyn.test&myip=9.1.2.9";
  private static final EmulatorOptions OPTIONS =
      new EmulatorOptions(
          new EmulatorOptions.Ports(0, 0, 0),
          List.of("dyn.test", "second.test"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final HttpClient client = HttpClient.newHttpClient();
  private final Emulator emulator;
  private final ReadyFile ready;
  private final HttpUpdates updates;

  EmulatorTest(@TempDir Path folder) {
    emulator = Emulator.start(OPTIONS, folder);
    ready = emulator.ready();
    updates = new HttpUpdates(ready.http());
  }

  @AfterAll
  void close() {
    emulator.close();
    client.close();
  }

  @Test
  void publishesFirstHost() {
    assertThat(update("home.dyn.test", "9.1.2.3")).isEqualTo(new Reply(200, "good 9.1.2.3\n"));
    assertThat(ask("A", "home.dyn.test")).containsExactly("60 9.1.2.3");
  }

  @Test
  void publishesHostOfSecondZone() {
    assertThat(update("home.second.test", "9.1.2.3").word()).isEqualTo("good");
    assertThat(ask("A", "home.second.test")).containsExactly("60 9.1.2.3");
  }

  @Test
  void publishesApex() {
    admin("host.add", "'hostname': 'dyn.test'");

    assertThat(update("dyn.test", "9.1.2.3,2600:1::2").word()).isEqualTo("good");

    assertThat(ask("A", "dyn.test")).containsExactly("60 9.1.2.3");
    assertThat(ask("AAAA", "dyn.test")).containsExactly("60 2600:1:0:0:0:0:0:2");
    assertThat(ask("NS", "dyn.test")).isNotEmpty();
  }

  @Test
  void publishesWildcardUntilItIsSwitchedOff() {
    admin("host.add", "'hostname': 'nas.dyn.test', 'wildcard': true");
    update("nas.dyn.test", "9.1.2.3");
    assertThat(ask("A", "anything.nas.dyn.test")).containsExactly("60 9.1.2.3");

    admin("host.change", "'hostname': 'nas.dyn.test', 'wildcard': false");

    assertThat(ask("A", "anything.nas.dyn.test")).isEmpty();
    assertThat(ask("A", "nas.dyn.test")).containsExactly("60 9.1.2.3");
  }

  @Test
  void publishesOtherTtl() {
    admin("host.add", "'hostname': 'ttl.dyn.test'");
    update("ttl.dyn.test", "9.1.2.3");

    admin("host.change", "'hostname': 'ttl.dyn.test', 'ttl': 5");

    assertThat(ask("A", "ttl.dyn.test")).containsExactly("5 9.1.2.3");
    assertThat(update("ttl.dyn.test", "9.1.2.3").word()).isEqualTo("nochg");
  }

  @Test
  void takesRecordsOfRemovedHostAway() {
    admin("host.add", "'hostname': 'gone.dyn.test', 'wildcard': true");
    update("gone.dyn.test", "9.1.2.3,2600:1::2");

    admin("host.remove", "'hostname': 'gone.dyn.test'");

    assertThat(ask("A", "gone.dyn.test")).isEmpty();
    assertThat(ask("AAAA", "gone.dyn.test")).isEmpty();
    assertThat(ask("A", "anything.gone.dyn.test")).isEmpty();
    assertThat(update("gone.dyn.test", "9.1.2.3").word()).isEqualTo("nohost");
  }

  @ParameterizedTest
  @CsvSource({"1, good", "0, badauth"})
  void letsRotatedTokenGoOnForItsOverlap(int hours, String word) {
    String name = "rotated-" + hours;
    String host = name + ".dyn.test";
    admin("host.add", "'hostname': '%s'".formatted(host));
    String old =
        admin("token.create", "'name': '%s', 'hosts': ['%s']".formatted(name, host))
            .required("secret")
            .asText();
    updates.get(old, "hostname=" + host + "&myip=9.1.2.3");

    String fresh =
        admin("token.rotate", "'name': '%s', 'overlapHours': %d".formatted(name, hours))
            .required("secret")
            .asText();

    assertThat(updates.get(old, "hostname=" + host + "&myip=9.1.2.4").word()).isEqualTo(word);
    assertThat(updates.get(fresh, "hostname=" + host + "&myip=9.1.2.5").word()).isEqualTo("good");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, A, 127.0.0.1", "[::1], AAAA, 0:0:0:0:0:0:0:1"})
  void takesAddressFromSocket(String server, String type, String answer) {
    String host = type.toLowerCase(Locale.ROOT) + "-source.dyn.test";
    admin("host.add", "'hostname': '%s', 'specialAddresses': 'publish'".formatted(host));
    var door = URI.create("http://%s:%d".formatted(server, ready.http().getPort()));

    assertThat(new HttpUpdates(door).get(ready.token(), "hostname=" + host).word())
        .isEqualTo("good");

    assertThat(ask(type, host)).containsExactly("60 " + answer);
  }

  @Test
  void writesReadyFileForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ready.json");
    ready.write(file);

    JsonNode json = JSON.readTree(file.toFile());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "http", "https", "caFile", "dns", "route53", "lambda", "zones", "host", "token");
    assertThat(json.at("/zones").findValuesAsText("name"))
        .containsExactly("dyn.test", "second.test");
    assertThat(json.at("/zones").findValuesAsText("id")).allMatch(id -> id.startsWith("Z"));
    assertThat(json.at("/host").asText()).isEqualTo("home.dyn.test");
    assertThat(Path.of(json.at("/caFile").asText())).exists();
  }

  @Test
  void keepsTablesZonesAndTokenOverRestart(@TempDir Path folder) {
    var kept =
        new EmulatorOptions(
            OPTIONS.ports(),
            OPTIONS.zones(),
            Optional.of(folder.resolve("data")),
            Optional.empty(),
            Optional.empty());
    List<ReadyFile.Zone> zones;
    String token;
    try (var first = Emulator.start(kept, folder)) {
      zones = first.ready().zones();
      token = first.ready().token();
      assertThat(new HttpUpdates(first.ready().http()).get(token, QUERY).word()).isEqualTo("good");
    }

    try (var second = Emulator.start(kept, folder)) {
      assertThat(second.ready().zones()).isEqualTo(zones);
      assertThat(second.ready().token()).isEqualTo(token);
      assertThat(dns(second.ready()).ask("A", "home.dyn.test")).containsExactly("60 9.1.2.9");
      assertThat(new HttpUpdates(second.ready().http()).get(token, QUERY).word())
          .isEqualTo("nochg");
    }
  }

  @ParameterizedTest
  @CsvSource({"http", "https", "dns"})
  void leavesNothingRunningWherePortIsTaken(String port, @TempDir Path folder) throws IOException {
    Set<Thread> before = livingThreads();
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (var taken = new ServerSocket(0, 1, loopback)) {
      int number = taken.getLocalPort();
      var ports =
          new EmulatorOptions.Ports(
              port.equals("http") ? number : 0,
              port.equals("https") ? number : 0,
              port.equals("dns") ? number : 0);
      var options =
          new EmulatorOptions(
              ports, OPTIONS.zones(), Optional.empty(), Optional.empty(), Optional.empty());

      assertThatThrownBy(() -> Emulator.start(options, folder))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("port " + number);
    }
    assertThat(livingThreads()).isSubsetOf(before);
    // All that is written there is: the folder could not be deleted while more came.
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("ca.pem", "ca-key.pem", "server.pem", "server-key.pem");
  }

  /**
   * The threads that would keep a process from ending, but for those of DynamoDB Local, which has
   * no way to end them; the command exits for their sake.
   */
  private static Set<Thread> livingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .filter(thread -> !thread.getName().matches("pool-\\d+-thread-\\d+|SQLiteQueue.*"))
        .collect(Collectors.toSet());
  }

  private Reply update(String hostname, String addresses) {
    return updates.get(ready.token(), "hostname=" + hostname + "&myip=" + addresses);
  }

  private List<String> ask(String type, String name) {
    return dns(ready).ask(type, name);
  }

  private static DnsQuestions dns(ReadyFile ready) {
    return new DnsQuestions(
        Integer.parseInt(ready.dns().substring(ready.dns().lastIndexOf(':') + 1)));
  }

  /** Carries out a command that has to succeed; {@code fields} are JSON with single quotes. */
  private JsonNode admin(String command, String fields) {
    String payload = "{'command': '%s', %s}".formatted(command, fields).replace('\'', '"');
    var request =
        HttpRequest.newBuilder(
                ready.lambda().resolve("/2015-03-31/functions/AdminFunction/invocations"))
            .POST(BodyPublishers.ofString(payload))
            .build();
    try {
      JsonNode answer = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
      assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
