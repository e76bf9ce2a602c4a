package io.github.dyn53.bench.live;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.EmulatorOptions;
import io.github.dyn53.emulator.EmulatorOptions.Functions;
import io.github.dyn53.emulator.ReadyFile;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbTokens;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Moves a house of 50 hosts in one zone to another prefix and updates a host that stands alone, by
 * turns, through the front door, and compares the times of their replies.
 */
final class PrefixMove {

  private static final int HOSTS = 50;
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 60;
  private static final Hostname GATE = new Hostname("gate.dyn.test");
  private static final Hostname ALONE = new Hostname("alone.dyn.test");

  /** A zone takes no change while the one before is on its way, nor an account too many. */
  private static final Duration PAUSE = Duration.ofMillis(400);

  /** What the simulated storm assumes of AWS; the emulator's own time comes on top. */
  private static final String ROUTE53_LATENCY = "[{\"fault\": \"latency\", \"milliseconds\": 80}]";

  private static final String DYNAMODB_LATENCY =
      """
      [{"fault": "latency", "action": "BatchGetItem", "milliseconds": 5},
       {"fault": "latency", "action": "TransactWriteItems", "milliseconds": 8},
       {"fault": "latency", "action": "UpdateItem", "milliseconds": 8}]
      """;

  private PrefixMove() {}

  /** Runs at the emulator's own speed and at that of AWS, and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("| calls of AWS take | one host | 50 hosts | |");
    System.out.println("|---|---|---|---|");
    System.out.println(row("as long as the emulator takes", "[]", "[]"));
    System.out.println(row("80, 5 and 8 ms more", ROUTE53_LATENCY, DYNAMODB_LATENCY));
    // DynamoDB Local leaves a thread behind now and then, which would wait for ever.
    System.exit(0);
  }

  private static String row(String label, String route53, String dynamoDb)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("dyn53-prefix");
    try {
      Path route53Faults = Files.writeString(data.resolve("route53.json"), route53);
      Path dynamoDbFaults = Files.writeString(data.resolve("dynamodb.json"), dynamoDb);
      Path state = Files.createDirectory(data.resolve("state"));
      var options =
          new EmulatorOptions(
              new EmulatorOptions.Ports(0, 0, 0),
              List.of("dyn.test"),
              Optional.of(state),
              Optional.empty(),
              Optional.of(route53Faults),
              Functions.IN_PROCESS,
              Optional.of(dynamoDbFaults),
              Duration.ofHours(1));
      fill(state, firstStart(options, state));
      try (Emulator emulator = Emulator.start(options, state);
          HttpClient client = HttpClient.newHttpClient()) {
        return measured(label, client, emulator.ready().http());
      }
    } finally {
      HostFiles.delete(data);
    }
  }

  /** Makes zone and tables. */
  private static ReadyFile.Zone firstStart(EmulatorOptions options, Path state) {
    try (Emulator emulator = Emulator.start(options, state)) {
      return emulator.ready().zones().getFirst();
    }
  }

  private static void fill(Path state, ReadyFile.Zone zone) {
    try (EmbeddedDynamoDb tables = EmbeddedDynamoDb.in(state)) {
      new DynamoDbTokens(tables.client(), Tables.NAMES).put(token());
      HostSettings usual = HostSettings.in(new ZoneId(zone.id()));
      List<HostSave> saves = new ArrayList<>();
      Group group = Group.NONE;
      for (int number = 1; number < HOSTS; number++) {
        var follower = new Hostname("f%d.dyn.test".formatted(number));
        group = group.with(follower);
        saves.add(HostSave.silent(Host.added(follower, follower(usual, number))));
      }
      saves.add(HostSave.silent(Host.added(GATE, usual.in(group))));
      var hosts = new DynamoDbHosts(tables.client(), Tables.NAMES);
      boolean filled =
          hosts.save(saves) && hosts.save(List.of(HostSave.silent(Host.added(ALONE, usual))));
      if (!filled) {
        throw new IllegalStateException("the tables were not empty");
      }
    }
  }

  private static HostSettings follower(HostSettings usual, int number) {
    return new HostSettings(
        usual.zone(),
        usual.ttl(),
        usual.families(),
        usual.wildcard(),
        usual.specialAddresses(),
        usual.blocked(),
        usual.silence(),
        usual.drift(),
        usual.owner(),
        Optional.of(new InterfaceId(number)),
        0,
        Group.following(GATE));
  }

  /** That may change its hosts as often as a measurement does. */
  private static Token token() {
    return new Token(
        HostFiles.SECRET.hash(),
        "bench",
        Role.DEVICE,
        List.of(new Grant(new Hostname("*.dyn.test"), Grant.ADDRESSES, Optional.empty())),
        Instant.now(),
        Optional.empty(),
        List.of(),
        Limits.USUAL.withChangesPerHour(1_000));
  }

  private static String measured(String label, HttpClient client, URI door)
      throws IOException, InterruptedException {
    List<Double> alone = new ArrayList<>();
    List<Double> house = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double one = milliseconds(client, door, ALONE, round);
      double fifty = milliseconds(client, door, GATE, round);
      if (round >= WARM_UP) {
        alone.add(one);
        house.add(fifty);
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ms | %.0f ms | %.1f x |",
        label,
        median(alone),
        median(house),
        median(house) / median(alone));
  }

  /** How long the reply takes to a router's update of both its addresses and its prefix. */
  private static double milliseconds(HttpClient client, URI door, Hostname host, int round)
      throws IOException, InterruptedException {
    Thread.sleep(PAUSE);
    URI uri =
        door.resolve(
            "/nic/update?hostname=%1$s&myip=9.1.2.%2$d,2600:1:%2$d::1&ip6lanprefix=2600:1:%2$d::/64"
                .formatted(host, round + 1));
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + HostFiles.SECRET.value())
            .build();
    long start = System.nanoTime();
    String reply = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    double taken = (System.nanoTime() - start) / 1e6;
    if (!reply.startsWith("good")) {
      throw new IllegalStateException(host + ": " + reply);
    }
    return taken;
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
