package io.github.dyn53.emulator.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.EmulatorOptions;
import io.github.dyn53.emulator.ReadyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An emulator of its own, with an owner who adds hosts and makes tokens, and dig to look at it. */
public final class LocalDyn53 implements AutoCloseable {

  /** The zone of all hosts. */
  public static final String ZONE = "dyn.test";

  /** No wish can be stored: the one trouble that a client has to come back for. */
  private static final String TROUBLE =
      """
      [{"fault": "unavailable", "action": "TransactWriteItems"}]
      """;

  private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient owner = HttpClient.newHttpClient();
  private final RealProgram dig = RealProgram.require("dig", "bind9-dnsutils");
  private final AtomicInteger hosts = new AtomicInteger();
  private final Path folder;
  private final Path faults;
  private final Emulator emulator;
  private final String token;
  private final String certificateToken;

  private LocalDyn53(Path folder) throws IOException {
    this.folder = folder;
    this.faults = Files.writeString(folder.resolve("faults.json"), "[]");
    var options =
        new EmulatorOptions(
            new EmulatorOptions.Ports(0, 0, 0),
            List.of(ZONE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            EmulatorOptions.Functions.IN_PROCESS,
            Optional.of(faults),
            Duration.ofMinutes(5));
    this.emulator = Emulator.start(options, folder);
    this.token = newToken();
    this.certificateToken = newCertificateToken();
  }

  /** Starts everything, with {@code folder} for its files. */
  public static LocalDyn53 start(Path folder) {
    try {
      return new LocalDyn53(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("failed to prepare " + folder, e);
    }
  }

  private String newToken() {
    ObjectNode command = command("token.create").put("name", "router");
    command.putArray("hosts").add("*." + ZONE);
    return admin(command).path("secret").asText();
  }

  /** An admin may write every record set of every host. */
  private String newCertificateToken() {
    ObjectNode command = command("token.create").put("name", "certs");
    command.putArray("hosts").add("*." + ZONE);
    command.putArray("records").add("txt");
    return admin(command).path("secret").asText();
  }

  /** What updates the addresses of every host. */
  String token() {
    return token;
  }

  /** What may write the challenges of every host, and nothing else. */
  public String certificateToken() {
    return certificateToken;
  }

  /** Address and port of the DNS server. */
  public String dns() {
    return emulator.ready().dns();
  }

  /** Adds a host that has no address yet to a zone; the names sort as they were made. */
  public String newHost(String zone) {
    return newHost(zone, JSON.createObjectNode());
  }

  /** Adds a host with these settings. */
  String newHost(String zone, ObjectNode settings) {
    String hostname = "host%03d.%s".formatted(hosts.incrementAndGet(), zone);
    admin(command("host.add").put("hostname", hostname).setAll(settings));
    return hostname;
  }

  /** The notes in the history of a host, newest first; empty where a line has none. */
  public List<String> history(String host) {
    var command = command("host.history").put("hostname", host).put("limit", 100);
    return admin(command)
        .path("history")
        .valueStream()
        .map(it -> it.path("note").asText())
        .toList();
  }

  /** Lets DynamoDB store no wish from now on. */
  void beginTrouble() {
    write(TROUBLE);
  }

  /** Lets DynamoDB store everything again. */
  void endTrouble() {
    write("[]");
  }

  private void write(String rules) {
    try {
      Files.writeString(faults, rules);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + faults, e);
    }
  }

  /** Where the emulator listens; the name of the certificate is {@code localhost} and 127.0.0.1. */
  public URI at(Transport transport) {
    ReadyFile ready = emulator.ready();
    return switch (transport) {
      case HTTP -> ready.http();
      case HTTPS -> ready.https();
    };
  }

  /** What a client must trust to speak HTTPS. */
  public Path caFile() {
    return emulator.ready().caFile();
  }

  /** What dig finds, in the order it is printed. */
  public List<String> lookUp(String name, String type) {
    String port = dns().replaceFirst(".*:", "");
    List<String> arguments =
        List.of("-r", "@127.0.0.1", "-p", port, "+short", "+time=5", "+tries=1", name, type);
    return dig.run(folder, arguments).output().lines().toList();
  }

  /** What dig finds as soon as it finds anything: many updates in a row are a storm to dyn53. */
  List<String> awaitAnswer(String name, String type) {
    long end = System.nanoTime() + PUBLISHED_WITHIN.toNanos();
    List<String> found = lookUp(name, type);
    while (found.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
      found = lookUp(name, type);
    }
    return found;
  }

  @Override
  public void close() {
    owner.close();
    emulator.close();
  }

  private static ObjectNode command(String name) {
    return JSON.createObjectNode().put("command", name);
  }

  private JsonNode admin(JsonNode command) {
    URI function =
        emulator.ready().lambda().resolve("/2015-03-31/functions/AdminFunction/invocations");
    var request =
        HttpRequest.newBuilder(function).POST(BodyPublishers.ofString(command.toString())).build();
    try {
      JsonNode answer = JSON.readTree(owner.send(request, BodyHandlers.ofString()).body());
      if (!answer.path("ok").asBoolean()) {
        throw new IllegalStateException("%s: %s".formatted(command, answer));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("failed to invoke " + function, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the owner was waiting", e);
    }
  }
}
