package io.github.dyn53.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.files.AtomicFile;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A host {@code home} in each zone to try things with, and a token that may update every host of
 * these zones and get certificates for them, made by the admin function as an owner would make
 * them.
 *
 * @param hostname the host in the first zone
 * @param secret what the token was made with
 */
record FirstHost(String hostname, String secret) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOKEN = "dyn53-local";
  private static final int ATTEMPTS = 4;
  private static final int CHANGES_PER_HOUR = 3_600;

  /**
   * Makes the hosts and their token, or finds those of an earlier run.
   *
   * @param kept the file that holds the secret from one run to the next; empty where nothing is
   *     kept
   * @throws UncheckedIOException if the file can't be used
   */
  static FirstHost in(List<String> zones, LambdaFunction admin, Optional<Path> kept) {
    zones.forEach(zone -> addHome(admin, home(zone)));
    String hostname = home(zones.getFirst());
    if (kept.isPresent() && Files.exists(kept.get())) {
      return new FirstHost(hostname, read(kept.get()));
    }
    // Whoever tries things out changes a host more often than a line at home breaks.
    ObjectNode create =
        command("token.create").put("name", TOKEN).put("changesPerHour", CHANGES_PER_HOUR);
    create.putArray("records").add("a").add("aaaa").add("txt");
    ArrayNode hosts = create.putArray("hosts");
    zones.forEach(zone -> hosts.add(zone).add("*." + zone));
    String secret = required(admin, create).path("secret").asText();
    kept.ifPresent(file -> write(file, secret));
    return new FirstHost(hostname, secret);
  }

  private static String home(String zone) {
    return "home." + zone;
  }

  /**
   * Tries more than once: on a busy machine the first call of all, where nothing is warm yet, can
   * take longer than the function allows its database.
   */
  private static void addHome(LambdaFunction admin, String hostname) {
    ObjectNode add = command("host.add").put("hostname", hostname);
    for (int attempt = 1; !show(admin, hostname); attempt++) {
      JsonNode answer = attempt < ATTEMPTS ? answer(admin, add) : required(admin, add);
      if (answer.path("ok").asBoolean()) {
        return;
      }
    }
  }

  /** Hides the secret, so that no log can hold it. */
  @Override
  public String toString() {
    return "FirstHost[%s]".formatted(hostname);
  }

  private static boolean show(LambdaFunction admin, String hostname) {
    return answer(admin, command("host.show").put("hostname", hostname)).path("ok").asBoolean();
  }

  private static ObjectNode command(String name) {
    return JSON.createObjectNode().put("command", name);
  }

  private static JsonNode required(LambdaFunction admin, ObjectNode command) {
    JsonNode answer = answer(admin, command);
    if (!answer.path("ok").asBoolean()) {
      throw new IllegalStateException(
          "%s: %s"
              .formatted(command.path("command").asText(), answer.at("/error/message").asText()));
    }
    return answer;
  }

  private static JsonNode answer(LambdaFunction admin, ObjectNode command) {
    try {
      return switch (admin.invoke(command.toString().getBytes(StandardCharsets.UTF_8))) {
        case Invocation.Returned(String payload) -> JSON.readTree(payload);
        case Invocation.Failed(String type, String message) ->
            throw new IllegalStateException("%s: %s".formatted(type, message));
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the admin function's answer is not JSON", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("failed to read " + file, e);
    }
  }

  private static void write(Path file, String secret) {
    try {
      AtomicFile.writePrivate(file, secret + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }
}
