package io.github.dyn53.emulator;

import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.functions.AdminFunction;
import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.UpdateFunction;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** The functions of the deployment, with time limits as in {@code template.yaml}. */
final class Functions {

  private static final Duration UPDATE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ADMIN_TIMEOUT = Duration.ofSeconds(30);

  private final DynamoDbClient dynamoDb;
  private final Route53Client route53;
  private final List<ZoneId> zones;
  private final InstantSource clock;

  /**
   * Prepares the functions.
   *
   * @param route53 where hosted zones are changed
   * @param zones the ids of the zones that hosts may be in
   */
  Functions(DynamoDbClient dynamoDb, URI route53, List<String> zones, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.route53 = AwsClients.at(route53).route53();
    this.zones = zones.stream().map(ZoneId::new).toList();
    this.clock = clock;
  }

  /** The function behind the HTTP API. */
  LambdaFunction update(Consumer<String> log) {
    var function = new UpdateFunction(config(Optional.empty()), dynamoDb, route53, clock, log);
    return new LambdaFunction("dyn53-update", function, UPDATE_TIMEOUT);
  }

  /** The function that the owner invokes. */
  LambdaFunction admin(URI endpoint) {
    var config = config(Optional.of(endpoint.toString()));
    var function = new AdminFunction(config, dynamoDb, route53, clock);
    return new LambdaFunction("dyn53-admin", function, ADMIN_TIMEOUT);
  }

  private FunctionConfig config(Optional<String> endpoint) {
    return new FunctionConfig(Tables.NAMES, zones, Optional.empty(), endpoint);
  }
}
