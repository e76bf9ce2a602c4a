package io.github.dyn53.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbSnapshots;
import io.github.dyn53.functions.dynamodb.DynamoDbStorms;
import io.github.dyn53.functions.http.JacksonTexts;
import io.github.dyn53.functions.http.UpdateHandler;
import io.github.dyn53.functions.probe.SocketProber;
import io.github.dyn53.functions.route53.Route53Propagation;
import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.protocol.FrontDoor;
import io.github.dyn53.protocol.Services;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sleeper;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.Updater;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** Answers what routers and other clients ask of the HTTP API. */
public final class UpdateFunction implements RequestStreamHandler {

  /** What a request may spend on one zone, so that a router is not kept waiting. */
  private static final Duration MOST_PER_ZONE = Duration.ofSeconds(3);

  private final UpdateHandler handler;

  @SuppressWarnings("UnusedVariable") // the runtime holds the hook weakly: this keeps it alive
  private final Optional<Priming> priming;

  /** The function in Lambda. */
  public UpdateFunction() {
    this(System.getenv());
  }

  private UpdateFunction(Map<String, String> environment) {
    var config = FunctionConfig.forUpdates(environment);
    boolean snapshot = "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    if (!snapshot) {
      Priming.startAside(config);
    }
    AwsClients clients = AwsClients.in(environment);
    Supplier<Route53Client> route53 = snapshot ? made(clients.route53()) : clients::route53;
    this.handler =
        handler(config, clients.dynamoDb(), route53, InstantSource.system(), System.out::println);
    this.priming = snapshot ? Optional.of(Priming.register(config, this)) : Optional.empty();
  }

  /**
   * The same function with other parts: for the emulator and for priming.
   *
   * @param log takes one line of JSON for each request
   */
  public UpdateFunction(
      FunctionConfig config,
      DynamoDbClient dynamoDb,
      Route53Client route53,
      InstantSource clock,
      Consumer<String> log) {
    this(config, dynamoDb, made(route53), clock, log);
  }

  /** The same with a client that is made when it is first needed. */
  UpdateFunction(
      FunctionConfig config,
      DynamoDbClient dynamoDb,
      Supplier<Route53Client> route53,
      InstantSource clock,
      Consumer<String> log) {
    this.handler = handler(config, dynamoDb, route53, clock, log);
    this.priming = Optional.empty();
  }

  private static Supplier<Route53Client> made(Route53Client client) {
    return () -> client;
  }

  private static UpdateHandler handler(
      FunctionConfig config,
      DynamoDbClient dynamoDb,
      Supplier<Route53Client> route53,
      InstantSource clock,
      Consumer<String> log) {
    var propagation = new Route53Propagation(route53);
    var hosts = new DynamoDbHosts(dynamoDb, config.tables());
    var snapshots = new DynamoDbSnapshots(dynamoDb, config.tables());
    var storms = new DynamoDbStorms(dynamoDb, config.tables());
    var publisher = new Publisher(propagation.zones(), hosts, storms, clock, MOST_PER_ZONE);
    var updater = new Updater(snapshots, hosts, publisher, clock, new SecureRandom());
    var challenger =
        new Challenger(updater, propagation, Sleeper.system(), clock, config.challengeWait());
    var services =
        new Services(
            updater,
            challenger,
            new PortProbes(new SocketProber(), clock),
            new JacksonTexts(),
            config.nameSuffix());
    return new UpdateHandler(new FrontDoor(services), clock, log);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out);
  }

  void handle(InputStream in, OutputStream out) throws IOException {
    handler.handle(in, out);
  }
}
