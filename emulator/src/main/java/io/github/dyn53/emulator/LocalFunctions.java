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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** The functions that Lambda would run, wired to the services of this process. */
final class LocalFunctions {

  /** The logical ids of {@code template.yaml}, as {@code sam local} names functions too. */
  static final String UPDATE = "UpdateFunction";

  static final String ADMIN = "AdminFunction";

  private static final Duration UPDATE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ADMIN_TIMEOUT = Duration.ofSeconds(30);

  private final DynamoDbClient dynamoDb;
  private final Route53Client route53;
  private final InstantSource clock;

  LocalFunctions(DynamoDbClient dynamoDb, URI route53, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.route53 = AwsClients.at(route53).route53();
    this.clock = clock;
  }

  /** What the front door leads to; it prints one line of JSON for each request. */
  LambdaFunction update() {
    var handler =
        new UpdateFunction(
            config(List.of(), Optional.empty()), dynamoDb, route53, clock, System.out::println);
    return new LambdaFunction(UPDATE, handler, UPDATE_TIMEOUT);
  }

  /** What the owner invokes; {@code endpoint} is the front door's URL. */
  LambdaFunction admin(List<ZoneId> zones, URI endpoint) {
    var handler =
        new AdminFunction(
            config(zones, Optional.of(endpoint.toString())), dynamoDb, route53, clock);
    return new LambdaFunction(ADMIN, handler, ADMIN_TIMEOUT);
  }

  private static FunctionConfig config(List<ZoneId> zones, Optional<String> endpoint) {
    return new FunctionConfig(Tables.NAMES, zones, Optional.empty(), endpoint);
  }
}
