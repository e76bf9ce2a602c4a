package io.github.dyn53.emulator.cloud;

import io.github.dyn53.emulator.dynamodb.DynamoDbEndpoint;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.route53.Faults;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.Route53Endpoint;
import io.github.dyn53.emulator.route53.Route53Service;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.functions.AwsClients;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;

/** The AWS side of the emulator as functions in other processes see it: all over HTTP. */
class ServedCloudTest extends CloudContract {

  private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
  private final DynamoDbEndpoint dynamoDb = DynamoDbEndpoint.start(0, database.client());
  private final Route53Endpoint route53 =
      Route53Endpoint.start(
          0,
          new Route53Service(
              HostedZones.inMemory(new SecureRandom()),
              Route53Settings.standard().withoutRequestRates(),
              Faults.none(),
              InstantSource.system()));

  @Override
  Cloud open() {
    return Cloud.create(
        AwsClients.at(dynamoDb.uri()).dynamoDb(), AwsClients.at(route53.uri()).route53());
  }

  @AfterAll
  void close() {
    route53.close();
    dynamoDb.close();
    database.close();
  }
}
