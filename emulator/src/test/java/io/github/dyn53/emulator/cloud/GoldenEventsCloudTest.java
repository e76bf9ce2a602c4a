package io.github.dyn53.emulator.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.route53.Faults;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.Route53Endpoint;
import io.github.dyn53.emulator.route53.Route53Service;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.UpdateFunction;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbTokens;
import io.github.dyn53.functions.golden.GoldenEvent;
import io.github.dyn53.functions.golden.GoldenState;
import io.github.dyn53.functions.route53.Route53Zones;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Every golden event gets the same reply over DynamoDB and Route 53 as over ports in memory. Those
 * that need a fault are left to {@link FaultsEndToEndTest}.
 */
class GoldenEventsCloudTest {

  private static final InstantSource CLOCK = InstantSource.system();

  static List<GoldenEvent> events() {
    return GoldenEvent.all().stream()
        .filter(golden -> golden.fault() == GoldenEvent.Fault.NONE)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventGetsItsReply(GoldenEvent golden) throws IOException {
    HostedZones zones = HostedZones.inMemory(new SecureRandom());
    var state = new GoldenState(zone(zones, "example.com"), zone(zones, "example.net"));
    var service =
        new Route53Service(
            zones,
            // Nobody waits for a challenge here: that is for the tests with a real authority.
            Route53Settings.standard().withoutRequestRates().withInSyncAfter(Duration.ZERO),
            Faults.none(),
            CLOCK);
    try (var dynamoDb = EmbeddedDynamoDb.inMemory();
        var endpoint = Route53Endpoint.start(0, service)) {
      Route53Client route53 = AwsClients.at(endpoint.uri()).route53();
      state.load(
          new DynamoDbHosts(dynamoDb.client(), Tables.NAMES),
          new DynamoDbTokens(dynamoDb.client(), Tables.NAMES),
          new Route53Zones(route53),
          CLOCK);

      String reply = answer(dynamoDb.client(), route53, golden.event());

      assertThat(JSON.std.mapFrom(reply)).isEqualTo(golden.reply());
    }
  }

  private static ZoneId zone(HostedZones zones, String name) {
    return new ZoneId(zones.create(name).id());
  }

  private static String answer(DynamoDbClient dynamoDb, Route53Client route53, String event) {
    var suffix = Optional.of(new DnsName("example.com"));
    var config = new FunctionConfig(Tables.NAMES, List.of(), suffix, Optional.empty());
    var function = new UpdateFunction(config, dynamoDb, route53, CLOCK, line -> {});
    var lambda = new LambdaFunction("UpdateFunction", function, Duration.ofSeconds(10));
    return ((Invocation.Returned) lambda.invoke(event.getBytes(UTF_8))).payload();
  }
}
