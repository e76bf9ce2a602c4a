package io.github.dyn53.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

class AwsClientsTest {

  /** After which the first clients give up, the network's share taken off. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** What Publisher keeps back for the confirm. */
  private static final Duration FOR_CONFIRM = Duration.ofSeconds(2);

  private final StubAws http = new StubAws().answer(400, "{}");
  private final AwsClients clients = AwsClients.over(http, Region.EU_CENTRAL_1);

  @Test
  void answersBeforeClientsGiveUp() {
    Duration dynamoDb = callTimeout(configuration(clients.dynamoDb()));
    Duration route53 = callTimeout(configuration(clients.route53()));

    // Route 53 gets what read and wish left of the budget, the confirm's share taken off.
    assertThat(dynamoDb).isLessThan(FOR_CONFIRM);
    assertThat(dynamoDb.multipliedBy(3)).isLessThan(PATIENCE.minus(Duration.ofSeconds(2)));
    assertThat(route53.plus(dynamoDb)).isLessThan(PATIENCE);
  }

  @Test
  void givesUpOneAttemptBeforeTheCall() {
    for (AwsServiceClientConfiguration configuration :
        new AwsServiceClientConfiguration[] {
          configuration(clients.dynamoDb()),
          configuration(clients.route53()),
          configuration(clients.route53ForBatches())
        }) {
      ClientOverrideConfiguration overrides = configuration.overrideConfiguration();

      assertThat(overrides.apiCallAttemptTimeout())
          .hasValueSatisfying(
              attempt -> assertThat(attempt).isLessThan(callTimeout(configuration)));
      assertThat(overrides.retryStrategy())
          .hasValueSatisfying(strategy -> assertThat(strategy.maxAttempts()).isEqualTo(3));
    }
  }

  @Test
  void asksDynamoDbInItsRegionAndRoute53InUsEast1() {
    try (DynamoDbClient dynamoDb = clients.dynamoDb();
        Route53Client route53 = clients.route53()) {
      assertThat(dynamoDb.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
      assertThat(route53.serviceClientConfiguration().region()).isEqualTo(Region.US_EAST_1);
    }
  }

  @Test
  void takesCredentialsFromTheContainerUnderSnapStart() {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION",
            "eu-central-1",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "http://127.0.0.1:9/credentials");

    assertThat(configuration(AwsClients.in(environment).dynamoDb()).credentialsProvider())
        .isInstanceOf(ContainerCredentialsProvider.class);
  }

  @Test
  void takesCredentialsFromTheEnvironmentOtherwise() {
    Map<String, String> environment = Map.of("AWS_REGION", "eu-central-1");

    assertThat(configuration(AwsClients.in(environment).dynamoDb()).credentialsProvider())
        .isInstanceOf(EnvironmentVariableCredentialsProvider.class);
  }

  @Test
  void namesTheMissingRegion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsClients.in(Map.of()))
        .withMessage("AWS_REGION is not set");
  }

  private static AwsServiceClientConfiguration configuration(DynamoDbClient client) {
    return client.serviceClientConfiguration();
  }

  private static AwsServiceClientConfiguration configuration(Route53Client client) {
    return client.serviceClientConfiguration();
  }

  private static Duration callTimeout(AwsServiceClientConfiguration configuration) {
    return configuration.overrideConfiguration().apiCallTimeout().orElseThrow();
  }
}
