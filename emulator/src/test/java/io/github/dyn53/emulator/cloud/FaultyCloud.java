package io.github.dyn53.emulator.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.emulator.dns.DnsServer;
import io.github.dyn53.emulator.dynamodb.DynamoDbEndpoint;
import io.github.dyn53.emulator.dynamodb.DynamoDbFaults;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.http.FrontDoor;
import io.github.dyn53.emulator.route53.Faults;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.Route53Endpoint;
import io.github.dyn53.emulator.route53.Route53Service;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.emulator.tls.TlsFolder;
import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbStorms;
import io.github.dyn53.functions.route53.Route53Zones;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** Front door, functions, DynamoDB, Route 53 and DNS together, with faults on both AWS sides. */
final class FaultyCloud implements AutoCloseable {

  /** How many zones it has. */
  static final int ZONES = 3;

  private static final InstantSource CLOCK = InstantSource.system();

  private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
  private final Path dynamoDbFaults;
  private final DynamoDbEndpoint endpoint;
  private final DynamoDbClient dynamoDb;
  private final HostedZones zones = HostedZones.inMemory(new SecureRandom());
  private final Path route53Faults;
  private final Route53Endpoint route53;
  private final DnsServer dns;
  private final DnsQuestions questions;
  private final Cloud cloud;
  private final CalledFunctions functions;
  private final FrontDoor door;
  private final HttpUpdates updates;

  /**
   * Starts without faults.
   *
   * @param folder for files
   */
  FaultyCloud(Path folder, Route53Settings settings) {
    route53Faults = folder.resolve("route53.json");
    dynamoDbFaults = folder.resolve("dynamodb.json");
    mend();
    endpoint =
        DynamoDbEndpoint.start(
            0, database.client(), DynamoDbFaults.inFile(dynamoDbFaults, Optional.empty()));
    dynamoDb = AwsClients.at(endpoint.uri()).dynamoDb();
    var service =
        new Route53Service(
            zones,
            settings.withoutRequestRates(),
            Faults.inFile(route53Faults, Optional.empty()),
            CLOCK);
    route53 = Route53Endpoint.start(0, service);
    dns = DnsServer.start(0, zones);
    questions = new DnsQuestions(dns.port());
    cloud = Cloud.create(dynamoDb, AwsClients.at(route53.uri()).route53(), ZONES);
    functions = new CalledFunctions(cloud);
    door =
        FrontDoor.open(
            new FrontDoor.Ports(0, 0),
            new TlsFolder(folder, CLOCK).open(),
            functions.update(),
            CLOCK);
    updates = new HttpUpdates(URI.create("http://127.0.0.1:" + door.httpPort()));
  }

  CalledFunctions functions() {
    return functions;
  }

  /** The same functions over another Route 53, without a front door. */
  CalledFunctions functionsOver(Route53Client other) {
    return new CalledFunctions(cloud.over(other));
  }

  HttpUpdates updates() {
    return updates;
  }

  String zoneName() {
    return cloud.zoneName().value();
  }

  /**
   * Lets changes of record sets go wrong, until {@link #mend}.
   *
   * @param fault its word, and fields of the rule with their numbers, as in {@code latency
   *     milliseconds 500 times 1}
   */
  void failChanges(String fault) {
    write(route53Faults, "ChangeResourceRecordSets " + fault);
  }

  /**
   * Lets calls of the database go wrong, until {@link #mend}.
   *
   * @param faults each an action, and a fault as above
   */
  void failDatabase(String... faults) {
    write(dynamoDbFaults, faults);
  }

  /** Ends all faults; what they left behind stays. */
  void mend() {
    write(route53Faults);
    write(dynamoDbFaults);
  }

  /** Ends the storm that a throttle began. */
  void endStorm() {
    new DynamoDbStorms(database.client(), cloud.tables()).declare(Instant.EPOCH);
  }

  /** Writes an A record into the zone as another tool would. */
  void changeElsewhere(String hostname, String address) {
    var key = new RecordKey(new DnsName(hostname), RecordType.A);
    var other = new RecordChange.Upsert(new RecordSet(key, 60, List.of(address)));
    new Route53Zones(cloud.route53()).change(cloud.zone(), List.of(other), Duration.ofSeconds(10));
  }

  /** Updates through the front door. */
  Reply update(String hostname, String addresses) {
    return updates.get(functions.secret(), "hostname=" + hostname + "&myip=" + addresses);
  }

  /** Everything that DNS answers about a host of both families with a wildcard, without TTLs. */
  List<String> answers(String hostname) {
    return Stream.of(hostname, "anything." + hostname)
        .flatMap(name -> Stream.of("A", "AAAA").flatMap(type -> ask(type, name)))
        .toList();
  }

  private Stream<String> ask(String type, String name) {
    return questions.ask(type, name).stream().map(answer -> answer.split(" ", 2)[1]);
  }

  /** As it is stored. */
  Host host(String hostname) {
    var name = new Hostname(hostname);
    return hosts().read(List.of(name)).host(name).orElseThrow();
  }

  /** The lines of its history that tell of a wish, newest first. */
  List<Change> wishes(String hostname) {
    return hosts().recent(new Hostname(hostname), 100).stream()
        .filter(change -> change.kind() == ChangeKind.UPDATED)
        .toList();
  }

  private DynamoDbHosts hosts() {
    return new DynamoDbHosts(database.client(), cloud.tables());
  }

  private static void write(Path file, String... faults) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    for (String fault : faults) {
      var words = new Scanner(fault);
      ObjectNode rule = rules.addObject().put("action", words.next()).put("fault", words.next());
      while (words.hasNext()) {
        rule.put(words.next(), words.nextInt());
      }
    }
    try {
      Files.writeString(file, rules.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    door.close();
    dns.close();
    route53.close();
    dynamoDb.close();
    endpoint.close();
    database.close();
  }
}
