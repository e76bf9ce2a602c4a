package io.github.dyn53.emulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.FreshNames;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.functions.AdminFunction;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.PublishFunction;
import io.github.dyn53.functions.SweepFunction;
import io.github.dyn53.functions.UpdateFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** All functions over one cloud, called as Lambda calls them, with a token for its whole zone. */
final class CalledFunctions {

  private static final JsonMapper JSON = new JsonMapper();
  private static final InstantSource CLOCK = InstantSource.system();

  /** By then every lease and every quarantine of now is over. */
  private static final InstantSource LATER = InstantSource.offset(CLOCK, Duration.ofMinutes(2));

  private final LambdaFunction update;
  private final LambdaFunction admin;
  private final LambdaFunction publish;
  private final LambdaFunction sweep;
  private final List<String> zoneNames;
  private final String secret;

  CalledFunctions(Cloud cloud) {
    var config =
        new FunctionConfig(
            cloud.tables(),
            cloud.zones().stream().map(Cloud.Zone::id).toList(),
            Optional.empty(),
            Optional.empty());
    this.update =
        new LambdaFunction(
            "update",
            new UpdateFunction(config, cloud.dynamoDb(), cloud.route53(), CLOCK, line -> {}),
            Duration.ofSeconds(10));
    this.admin =
        new LambdaFunction(
            "admin",
            new AdminFunction(config, cloud.dynamoDb(), cloud.route53(), CLOCK),
            Duration.ofSeconds(30));
    this.publish =
        new LambdaFunction(
            "publish",
            new PublishFunction(config, cloud.dynamoDb(), cloud.route53(), LATER, line -> {}),
            Duration.ofMinutes(1));
    this.sweep =
        new LambdaFunction(
            "sweep",
            new SweepFunction(config, cloud.dynamoDb(), cloud.route53(), LATER, line -> {}),
            Duration.ofMinutes(5));
    this.zoneNames = cloud.zones().stream().map(zone -> zone.name().value()).toList();
    ObjectNode create = JSON.createObjectNode().put("name", FreshNames.label());
    ArrayNode hosts = create.putArray("hosts");
    zoneNames.forEach(zone -> hosts.add(zone).add("*." + zone));
    this.secret = admin("token.create", create).required("secret").asText();
  }

  LambdaFunction update() {
    return update;
  }

  String secret() {
    return secret;
  }

  /** A new host of the first zone with settings such as {@code "wildcard": true}. */
  String addHost(String settings) {
    return addHost(0, settings);
  }

  String addHost(int zone, String settings) {
    String hostname = FreshNames.label() + "." + zoneNames.get(zone);
    admin("host.add", object(settings).put("hostname", hostname));
    return hostname;
  }

  /** Carries out a command that has to succeed. */
  JsonNode admin(String command, ObjectNode fields) {
    JsonNode answer = invoke(admin, fields.put("command", command));
    if (!answer.path("ok").asBoolean()) {
      throw new IllegalStateException(command + ": " + answer.at("/error/message").asText());
    }
    return answer;
  }

  /** A command on one host. */
  JsonNode admin(String command, String hostname, String settings) {
    return admin(command, object(settings).put("hostname", hostname));
  }

  /** Asks {@code /nic/update} with the token. */
  Reply update(String query) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("version", "2.0")
            .put("rawPath", "/nic/update")
            .put("rawQueryString", query)
            .put("isBase64Encoded", false);
    event.putObject("headers").put("authorization", "Bearer " + secret);
    event
        .putObject("requestContext")
        .put("requestId", "r")
        .putObject("http")
        .put("method", "GET")
        .put("sourceIp", "9.0.0.1");
    JsonNode reply = invoke(update, event);
    return new Reply(reply.required("statusCode").asInt(), reply.required("body").asText());
  }

  /** Sweeps as in two minutes from now. */
  JsonNode sweep() {
    return invoke(sweep, JSON.createObjectNode());
  }

  /** Compares the zones with what was published. */
  JsonNode compareZones() {
    return invoke(sweep, JSON.createObjectNode().put("drift", true));
  }

  /** Hands a record of the stream to the publisher, as in two minutes from now. */
  JsonNode publish(String hostname) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode change = event.putArray("Records").addObject().putObject("dynamodb");
    change.put("SequenceNumber", "1").putObject("Keys").putObject("name").put("S", hostname);
    return invoke(publish, event);
  }

  private static ObjectNode object(String settings) {
    try {
      return (ObjectNode) JSON.readTree("{" + settings + "}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode invoke(LambdaFunction function, ObjectNode event) {
    try {
      return switch (function.invoke(event.toString().getBytes(StandardCharsets.UTF_8))) {
        case Invocation.Returned(String payload) -> JSON.readTree(payload);
        case Invocation.Failed(String type, String message) ->
            throw new IllegalStateException(type + ": " + message);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
