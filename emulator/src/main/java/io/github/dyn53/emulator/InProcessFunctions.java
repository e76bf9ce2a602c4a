package io.github.dyn53.emulator;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.functions.AdminFunction;
import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.PublishFunction;
import io.github.dyn53.functions.SweepFunction;
import io.github.dyn53.functions.UpdateFunction;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** The functions inside this process, over its own database. */
final class InProcessFunctions extends LocalFunctions {

  private final DynamoDbClient dynamoDb;
  private final Route53Client route53;
  private final Route53Client batches;
  private final InstantSource clock;

  InProcessFunctions(DynamoDbClient dynamoDb, URI route53, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.route53 = AwsClients.at(route53).route53();
    this.batches = AwsClients.at(route53).route53ForBatches();
    this.clock = clock;
  }

  @Override
  LambdaFunction wire(DeployedFunction function, Map<String, String> variables) {
    RequestStreamHandler handler =
        switch (function) {
          case UPDATE ->
              new UpdateFunction(
                  FunctionConfig.forUpdates(variables),
                  dynamoDb,
                  route53,
                  clock,
                  System.out::println);
          case ADMIN ->
              new AdminFunction(FunctionConfig.forAdmin(variables), dynamoDb, route53, clock);
          case PUBLISH ->
              new PublishFunction(
                  FunctionConfig.forPublishing(variables),
                  dynamoDb,
                  batches,
                  clock,
                  System.out::println);
          case SWEEP ->
              new SweepFunction(
                  FunctionConfig.forPublishing(variables),
                  dynamoDb,
                  batches,
                  clock,
                  System.out::println);
        };
    return new LambdaFunction(function.logicalId(), handler, function.timeout());
  }

  @Override
  public void close() {
    route53.close();
    batches.close();
  }
}
