package io.github.dyn53.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.dyn53.functions.admin.AdminHandler;
import io.github.dyn53.functions.admin.Configurations;
import io.github.dyn53.functions.admin.HostCommands;
import io.github.dyn53.functions.admin.TokenCommands;
import io.github.dyn53.functions.admin.ZonePlan;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbStorms;
import io.github.dyn53.functions.dynamodb.DynamoDbTokens;
import io.github.dyn53.functions.route53.Route53HostedZones;
import io.github.dyn53.functions.route53.Route53Zones;
import io.github.dyn53.publish.PacedZones;
import io.github.dyn53.publish.Pacer;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sleeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** Carries out the owner's commands. It is invoked directly: IAM decides who may. */
public final class AdminFunction implements RequestStreamHandler {

  /** An owner at a keyboard waits longer than a router. */
  private static final Duration MOST_PER_ZONE = Duration.ofSeconds(10);

  private final AdminHandler handler;

  /** The function in Lambda. */
  public AdminFunction() {
    this(System.getenv());
  }

  private AdminFunction(Map<String, String> environment) {
    this(FunctionConfig.forAdmin(environment), AwsClients.in(environment));
  }

  private AdminFunction(FunctionConfig config, AwsClients clients) {
    this(config, clients.dynamoDb(), clients.route53(), InstantSource.system());
  }

  /** The same function with other parts: for the emulator. */
  public AdminFunction(
      FunctionConfig config, DynamoDbClient dynamoDb, Route53Client route53, InstantSource clock) {
    var hosts = new DynamoDbHosts(dynamoDb, config.tables());
    var storms = new DynamoDbStorms(dynamoDb, config.tables());
    var zones = new PacedZones(new Route53Zones(route53), pacer(clock), Sleeper.system(), clock);
    var publisher = new Publisher(zones, hosts, storms, clock, MOST_PER_ZONE);
    var plan = new ZonePlan(new Route53HostedZones(route53, config.zones()), config.nameSuffix());
    var random = new SecureRandom();
    var configurations = new Configurations(config.endpoint());
    this.handler =
        new AdminHandler(
            new HostCommands(hosts, hosts, publisher, zones, plan, clock, random, configurations),
            new TokenCommands(
                new DynamoDbTokens(dynamoDb, config.tables()), random, clock, configurations));
  }

  /**
   * What Route 53 gives an account: an owner who adds a hundred hosts waits, and is not refused.
   */
  private static Pacer pacer(InstantSource clock) {
    return new Pacer(new Pacer.Rate(10, 50), Pace.DEFAULT.changes(), clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handler.handle(in, out);
  }
}
