package io.github.dyn53.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.files.AtomicFile;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A host to try things with and the token that updates it, made by the admin function as an owner
 * would make them.
 *
 * @param secret what the token was made with
 */
record FirstHost(String hostname, String secret) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Makes the host and its token, or finds those of an earlier run.
   *
   * @param kept the file that holds the secret from one run to the next; empty where nothing is
   *     kept
   * @throws UncheckedIOException if the file can't be used
   */
  static FirstHost in(String zone, LambdaFunction admin, Optional<Path> kept) {
    String hostname = "home." + zone;
    if (show(admin, hostname) && kept.isPresent() && Files.exists(kept.get())) {
      return new FirstHost(hostname, read(kept.get()));
    }
    if (!show(admin, hostname)) {
      required(admin, command("host.add").put("hostname", hostname));
    }
    ObjectNode create = command("token.create").put("name", hostname);
    create.putArray("hosts").add(hostname);
    JsonNode made = answer(admin, create);
    if (!made.path("ok").asBoolean()) {
      made = required(admin, command("token.rotate").put("name", hostname));
    }
    String secret = made.path("secret").asText();
    kept.ifPresent(file -> write(file, secret));
    return new FirstHost(hostname, secret);
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
