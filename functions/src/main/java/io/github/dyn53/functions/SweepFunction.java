package io.github.dyn53.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.dyn53.functions.jobs.SweepHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Looks after all hosts from time to time. An event that says <code>{"drift": true}</code> has it
 * compare the zones with what was published in them; any other has it sweep.
 */
public final class SweepFunction implements RequestStreamHandler {

  private final SweepHandler handler;

  /** The function in Lambda. */
  public SweepFunction() {
    this(System.getenv());
  }

  private SweepFunction(Map<String, String> environment) {
    this(FunctionConfig.forPublishing(environment), AwsClients.in(environment));
  }

  private SweepFunction(FunctionConfig config, AwsClients clients) {
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
  public SweepFunction(
      FunctionConfig config,
      DynamoDbClient dynamoDb,
      Route53Client route53,
      InstantSource clock,
      Consumer<String> log) {
    var parts = new PublishingParts(config, dynamoDb, route53, clock);
    this.handler = new SweepHandler(parts.zones(), parts::sweep, parts::drift, clock, log);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handler.handle(in, out, PublishingParts.invocation(context));
  }
}
