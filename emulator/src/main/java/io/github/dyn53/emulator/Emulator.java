package io.github.dyn53.emulator;

import io.github.dyn53.emulator.dns.DnsServer;
import io.github.dyn53.emulator.dynamodb.DynamoDbEndpoint;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.files.FolderLock;
import io.github.dyn53.emulator.http.FrontDoor;
import io.github.dyn53.emulator.lambda.LambdaEndpoint;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.route53.HostedZone;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.Route53Endpoint;
import io.github.dyn53.emulator.route53.Route53Service;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.emulator.stream.FailedBatches;
import io.github.dyn53.emulator.tls.TlsFolder;
import io.github.dyn53.functions.AwsClients;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everything together: the real functions between API Gateway, DynamoDB, Route 53 and DNS. */
public final class Emulator implements RunningEmulator {

  private static final InstantSource CLOCK = InstantSource.system();

  private final OpenParts parts;
  private final ReadyFile ready;
  private final FailedBatches failures;

  private Emulator(OpenParts parts, ReadyFile ready, FailedBatches failures) {
    this.parts = parts;
    this.ready = ready;
    this.failures = failures;
  }

  /**
   * Starts all parts, the slow ones side by side.
   *
   * @param folder where the certificate authority is kept, unless {@code --data} says otherwise
   * @throws java.io.UncheckedIOException if a port is taken or a file can't be used
   * @throws IllegalArgumentException if the file of faults is wrong
   */
  public static Emulator start(EmulatorOptions options, Path folder) {
    var script = new CallScript(options);
    var parts = new OpenParts();
    try {
      var failures = new FailedBatches();
      ReadyFile ready = open(options, folder, script, parts, failures);
      var emulator = new Emulator(parts, ready, failures);
      script.begin();
      return emulator;
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** What AWS would send to the failure queue of the publisher. */
  public FailedBatches failures() {
    return failures;
  }

  @Override
  public ReadyFile ready() {
    return ready;
  }

  @Override
  public void close() {
    parts.close();
  }

  private static ReadyFile open(
      EmulatorOptions options,
      Path folder,
      CallScript script,
      OpenParts parts,
      FailedBatches failures) {
    options.data().map(FolderLock::take).ifPresent(lock -> parts.add(lock, lock::close));
    Background<EmbeddedDynamoDb> tables = Background.start(() -> tables(options));
    parts.add(tables, () -> tables.end(EmbeddedDynamoDb::close));
    var certificates =
        new TlsFolder(
            options.data().orElse(folder),
            CLOCK,
            options.outside().names(),
            options.outside().addresses());
    Background<SSLContext> tls = Background.start(certificates::open);
    // Nothing to close, but a start that fails must not write into the folder after that.
    parts.add(tls, () -> tls.end(unused -> {}));

    HostedZones hosted = zones(options);
    List<HostedZone> zones = options.zones().stream().map(name -> zone(hosted, name)).toList();
    var service = new Route53Service(hosted, Route53Settings.standard(), script.route53(), CLOCK);
    Route53Endpoint route53 = Route53Endpoint.start(0, service);
    parts.add(route53, route53::close);
    DnsServer dns = DnsServer.start(options.ports().dns(), options.outside().addresses(), hosted);
    parts.add(dns, dns::close);

    LocalFunctions functions =
        functions(options.functions(), script, parts, tables.await().client(), route53.uri());
    parts.add(functions, functions::close);
    LambdaFunction update = functions.open(DeployedFunction.UPDATE, Map.of());
    var ports =
        new FrontDoor.Ports(
            options.ports().http(), options.ports().https(), options.outside().addresses());
    FrontDoor door = FrontDoor.open(ports, tls.await(), update, CLOCK);
    parts.add(door, door::close);
    URI http = URI.create("http://127.0.0.1:" + door.httpPort());
    LambdaFunction admin =
        functions.open(
            DeployedFunction.ADMIN,
            Map.of(
                LocalFunctions.ZONES,
                zones.stream().map(HostedZone::id).collect(Collectors.joining(",")),
                LocalFunctions.ENDPOINT,
                http.toString()));
    LambdaFunction publish = functions.open(DeployedFunction.PUBLISH, Map.of());
    LambdaFunction sweep = functions.open(DeployedFunction.SWEEP, Map.of());
    LambdaEndpoint lambda = LambdaEndpoint.start(0, List.of(update, admin, publish, sweep));
    parts.add(lambda, lambda::close);
    Triggers triggers =
        Triggers.start(tables.await(), publish, failures, sweep, options.sweepEvery());
    parts.add(triggers, triggers::close);

    var host =
        FirstHost.in(options.zones(), admin, options.data().map(data -> data.resolve("token")));
    return new ReadyFile(
        http,
        URI.create("https://localhost:" + door.httpsPort()),
        certificates.caFile(),
        "127.0.0.1:" + dns.port(),
        route53.uri(),
        lambda.url(),
        zones.stream().map(Emulator::shown).toList(),
        host.hostname(),
        host.secret());
  }

  private static EmbeddedDynamoDb tables(EmulatorOptions options) {
    return options.data().map(EmbeddedDynamoDb::in).orElseGet(EmbeddedDynamoDb::inMemory);
  }

  private static LocalFunctions functions(
      EmulatorOptions.Functions where,
      CallScript script,
      OpenParts parts,
      DynamoDbClient database,
      URI route53) {
    return switch (where) {
      case IN_PROCESS -> {
        DynamoDbClient reached =
            script.concernsDynamoDb()
                ? AwsClients.at(serve(database, script, parts)).dynamoDb()
                : database;
        yield new InProcessFunctions(reached, route53, CLOCK);
      }
      case PROCESS ->
          new ProcessFunctions(
              serve(database, script, parts), route53, script.callers(), System.out::println);
    };
  }

  private static URI serve(DynamoDbClient database, CallScript script, OpenParts parts) {
    DynamoDbEndpoint endpoint = DynamoDbEndpoint.start(0, database, script.dynamoDb());
    return parts.add(endpoint, endpoint::close).uri();
  }

  private static HostedZones zones(EmulatorOptions options) {
    var random = new SecureRandom();
    return options
        .data()
        .map(data -> HostedZones.kept(data, random))
        .orElseGet(() -> HostedZones.inMemory(random));
  }

  private static HostedZone zone(HostedZones hosted, String name) {
    return hosted.findByName(name).orElseGet(() -> hosted.create(name));
  }

  private static ReadyFile.Zone shown(HostedZone zone) {
    return new ReadyFile.Zone(zone.name().toString(true), zone.id());
  }
}
