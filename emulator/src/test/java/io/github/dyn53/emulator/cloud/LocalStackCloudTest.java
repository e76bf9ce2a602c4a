package io.github.dyn53.emulator.cloud;

import io.github.dyn53.functions.AwsClients;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container of its own. */
@EnabledIf(value = "dockerRuns", disabledReason = "Docker does not run here")
class LocalStackCloudTest extends CloudContract {

  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private final LocalStackContainer container =
      new LocalStackContainer(IMAGE).withServices("dynamodb", "route53");

  static boolean dockerRuns() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  Cloud open() {
    container.start();
    AwsClients clients = AwsClients.at(container.getEndpoint());
    return Cloud.create(clients.dynamoDb(), clients.route53());
  }

  /** Its DynamoDB is DynamoDB Local; its Route 53 is moto's. */
  @Override
  Map<String, String> leftOut() {
    String batches = "ZonesTest.appliesBatchWholeOrNotAtAll";
    return Map.of(batches, Moto.WRONG.getOrDefault(batches, ""));
  }

  @AfterAll
  void close() {
    container.stop();
  }
}
