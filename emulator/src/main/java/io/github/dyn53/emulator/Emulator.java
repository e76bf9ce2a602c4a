package io.github.dyn53.emulator;

import io.github.dyn53.access.Secret;
import io.github.dyn53.emulator.dns.DnsServer;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.http.FrontDoor;
import io.github.dyn53.emulator.lambda.LambdaEndpoint;
import io.github.dyn53.emulator.route53.Faults;
import io.github.dyn53.emulator.route53.HostedZone;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.Route53Endpoint;
import io.github.dyn53.emulator.route53.Route53Service;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.emulator.tls.TlsFolder;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbTokens;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The real functions on one machine, between a front door and stand-ins for AWS.
 *
 * @param ready where everything is
 * @param parts what is to be closed
 */
record Emulator(ReadyFile ready, Parts parts) implements RunningEmulator {

  /**
   * Starts everything.
   *
   * @param folder where certificates are kept, and with {@code --data} all the rest
   * @param log takes the line that the update function writes for each request
   * @throws java.io.UncheckedIOException when a port is taken or a file can't be used; nothing is
   *     left running
   */
  static Emulator start(EmulatorOptions options, Path folder, Consumer<String> log) {
    var parts = new Parts();
    try {
      return start(options, folder, log, parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Emulator start(
      EmulatorOptions options, Path folder, Consumer<String> log, Parts parts) {
    InstantSource clock = InstantSource.system();
    var tls = new TlsFolder(folder, clock);
    // The slow ones side by side: a database and certificates take a second or two.
    CompletableFuture<EmbeddedDynamoDb> opening = parts.opening(() -> database(options));
    CompletableFuture<SSLContext> certificates = CompletableFuture.supplyAsync(tls::open);
    HostedZones zones = zones(options);
    Route53Endpoint route53 = parts.add(Route53Endpoint.start(0, service(options, zones, clock)));
    DnsServer dns = parts.add(DnsServer.start(options.ports().dns(), zones));
    EmbeddedDynamoDb database = Parts.await(opening);
    var functions = new Functions(database.client(), route53.uri(), zoneIds(zones), clock);
    FrontDoor door =
        parts.add(
            FrontDoor.open(
                new FrontDoor.Ports(options.ports().http(), options.ports().https()),
                Parts.await(certificates),
                functions.update(log),
                clock));
    URI http = URI.create("http://127.0.0.1:" + door.httpPort());
    LambdaEndpoint lambda =
        parts.add(LambdaEndpoint.start(0, List.of(functions.update(log), functions.admin(http))));
    Secret secret = seed(database.client(), clock).plant(zones.all(), options.data());
    var ready =
        new ReadyFile(
            http,
            URI.create("https://localhost:" + door.httpsPort()),
            tls.caFile(),
            "127.0.0.1:" + dns.port(),
            route53.uri(),
            lambda.url(),
            zones.all().stream().map(Emulator::shown).toList(),
            Seed.home(zones.all().getFirst()).value(),
            secret.value());
    return new Emulator(ready, parts);
  }

  private static EmbeddedDynamoDb database(EmulatorOptions options) {
    return options.data().map(EmbeddedDynamoDb::in).orElseGet(EmbeddedDynamoDb::inMemory);
  }

  private static HostedZones zones(EmulatorOptions options) {
    var random = new SecureRandom();
    HostedZones zones =
        options
            .data()
            .map(folder -> HostedZones.kept(folder, random))
            .orElseGet(() -> HostedZones.inMemory(random));
    for (String name : options.zones()) {
      if (zones.findByName(name).isEmpty()) {
        zones.create(name);
      }
    }
    return zones;
  }

  private static Route53Service service(
      EmulatorOptions options, HostedZones zones, InstantSource clock) {
    Faults faults = options.route53Faults().map(Faults::inFile).orElseGet(Faults::none);
    return new Route53Service(zones, Route53Settings.standard(), faults, clock);
  }

  private static Seed seed(DynamoDbClient dynamoDb, InstantSource clock) {
    return new Seed(
        new DynamoDbHosts(dynamoDb, Tables.NAMES),
        new DynamoDbTokens(dynamoDb, Tables.NAMES),
        clock);
  }

  private static List<String> zoneIds(HostedZones zones) {
    return zones.all().stream().map(HostedZone::id).toList();
  }

  private static ReadyFile.Zone shown(HostedZone zone) {
    return new ReadyFile.Zone(zone.name().toString(true), zone.id());
  }

  @Override
  public void close() {
    parts.close();
  }
}
