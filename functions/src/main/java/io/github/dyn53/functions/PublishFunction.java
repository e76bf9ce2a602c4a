package io.github.dyn53.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.dyn53.functions.jobs.PublishHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** Publishes the hosts that were handed over, as the stream of the table Hosts tells of them. */
public final class PublishFunction implements RequestStreamHandler {

  private final PublishHandler handler;

  /** The function in Lambda. */
  public PublishFunction() {
    this(System.getenv());
  }

  private PublishFunction(Map<String, String> environment) {
    this(FunctionConfig.forPublishing(environment), AwsClients.in(environment));
  }

  private PublishFunction(FunctionConfig config, AwsClients clients) {
    this(
        config,
        clients.dynamoDb(),
        clients.route53ForBatches(),
        InstantSource.system(),
        System.out::println);
  }

  /**
   * The same function with other parts: for the emulator.
   *
   * @param log takes one line of JSON for each invocation
   */
  public PublishFunction(
      FunctionConfig config,
      DynamoDbClient dynamoDb,
      Route53Client route53,
      InstantSource clock,
      Consumer<String> log) {
    var parts = new PublishingParts(config, dynamoDb, route53, clock);
    this.handler = new PublishHandler(parts.zones(), parts::backlog, clock, log);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handler.handle(in, out, PublishingParts.invocation(context));
  }
}
