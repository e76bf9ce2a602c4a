package io.github.dyn53.functions;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbStorms;
import io.github.dyn53.functions.dynamodb.DynamoDbTurns;
import io.github.dyn53.functions.jobs.Invocation;
import io.github.dyn53.functions.route53.Route53Zones;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.Drift;
import io.github.dyn53.publish.PacedZones;
import io.github.dyn53.publish.Pacer;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sleeper;
import io.github.dyn53.publish.Sweep;
import io.github.dyn53.publish.ZonesInTurn;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** What the functions that publish many hosts at once are made of; the pace is one for all. */
final class PublishingParts {

  /** The lease on a host ends it sooner: see {@link io.github.dyn53.host.Lease#LASTS}. */
  private static final Duration MOST_PER_ZONE = Duration.ofSeconds(25);

  private final Zones zones;
  private final DynamoDbHosts hosts;
  private final DynamoDbStorms storms;
  private final DynamoDbTurns turns;
  private final InstantSource clock;
  private final Pacer pacer;
  private final SecureRandom random = new SecureRandom();
  private final Sleeper sleeper = Sleeper.system();

  PublishingParts(
      FunctionConfig config, DynamoDbClient dynamoDb, Route53Client route53, InstantSource clock) {
    this.zones = new Route53Zones(route53);
    this.hosts = new DynamoDbHosts(dynamoDb, config.tables());
    this.storms = new DynamoDbStorms(dynamoDb, config.tables());
    this.turns = new DynamoDbTurns(dynamoDb, config.tables());
    this.clock = clock;
    this.pacer = new Pacer(config.pace().requests(), config.pace().changes(), clock);
  }

  static Invocation invocation(Context context) {
    return new Invocation(
        context.getAwsRequestId(), Duration.ofMillis(context.getRemainingTimeInMillis()));
  }

  /** The zones without any pace. */
  Zones zones() {
    return zones;
  }

  Backlog backlog(Zones unpaced) {
    return backlogOver(paced(unpaced));
  }

  Sweep sweep(Zones unpaced) {
    return new Sweep(hosts, backlog(unpaced), clock);
  }

  Drift drift(Zones unpaced) {
    Zones paced = paced(unpaced);
    return new Drift(paced, hosts, backlogOver(paced), clock);
  }

  private Zones paced(Zones unpaced) {
    var paced = new PacedZones(unpaced, pacer, sleeper, clock);
    return new ZonesInTurn(paced, turns, sleeper, clock, random);
  }

  private Backlog backlogOver(Zones paced) {
    var publisher = new Publisher(paced, hosts, storms, clock, MOST_PER_ZONE);
    return new Backlog(hosts, publisher, storms, sleeper, clock, random);
  }
}
