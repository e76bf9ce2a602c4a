package io.github.dyn53.emulator.cloud;

import io.github.dyn53.functions.AwsClients;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever serves DynamoDB and Route 53 at the URL given by {@code -Ddyn53.endpoint}. */
@EnabledIfSystemProperty(
    named = "dyn53.endpoint",
    matches = ".+",
    disabledReason = "no endpoint was given by -Ddyn53.endpoint=URL")
class EndpointCloudTest extends CloudContract {

  private Map<String, String> leftOut = Map.of();

  @Override
  Cloud open() throws InterruptedException {
    var endpoint = URI.create(System.getProperty("dyn53.endpoint", ""));
    if (Moto.serves(endpoint)) {
      leftOut = Moto.WRONG;
    }
    AwsClients clients = AwsClients.at(endpoint);
    return Cloud.create(clients.dynamoDb(), clients.route53());
  }

  @Override
  Map<String, String> leftOut() {
    return leftOut;
  }
}
