package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.dyn53.access.TokenSamples;
import io.github.dyn53.access.Tokens;
import io.github.dyn53.access.TokensContract;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.dns.ZonesContract;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbSnapshots;
import io.github.dyn53.functions.dynamodb.DynamoDbStorms;
import io.github.dyn53.functions.dynamodb.DynamoDbTokens;
import io.github.dyn53.functions.dynamodb.DynamoDbTurns;
import io.github.dyn53.functions.dynamodb.TableNames;
import io.github.dyn53.functions.route53.Route53Zones;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.History;
import io.github.dyn53.host.HistoryContract;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.HostsContract;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.publish.Storms;
import io.github.dyn53.publish.StormsContract;
import io.github.dyn53.publish.Turns;
import io.github.dyn53.publish.TurnsContract;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import io.github.dyn53.update.SnapshotsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What DynamoDB and Route 53 do for the functions, whoever stands in for AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CloudContract {

  private static final int RIVALS = 12;
  private static final List<String> ANY = List.of("9.1.2.3");

  private Cloud cloud;
  private CalledFunctions functions;

  /** The AWS side under test, made once. */
  abstract Cloud open() throws InterruptedException;

  /** What this stand-in is known to get wrong: the test, as {@code Class.method}, and why. */
  Map<String, String> leftOut() {
    return Map.of();
  }

  @BeforeAll
  void openCloud() throws InterruptedException {
    cloud = open();
    functions = new CalledFunctions(cloud);
  }

  @BeforeEach
  void leaveOutWhatIsKnownToBeWrong(TestInfo test) {
    String name =
        test.getTestClass().orElseThrow().getSimpleName()
            + "."
            + test.getTestMethod().orElseThrow().getName();
    String reason = leftOut().get(name);
    if (reason != null) {
      System.out.printf("Left out: %s: %s%n", name, reason);
      abort(reason);
    }
  }

  @Nested
  class HostsTest extends HostsContract {
    @Override
    protected Hosts hosts() {
      return dynamoDbHosts();
    }

    @Override
    protected void spoil(Hostname hostname) {
      CloudContract.this.spoil(hostname);
    }
  }

  @Nested
  class HistoryTest extends HistoryContract {
    @Override
    protected Hosts hosts() {
      return dynamoDbHosts();
    }

    @Override
    protected History history() {
      return dynamoDbHosts();
    }
  }

  @Nested
  class TokensTest extends TokensContract {
    @Override
    protected Tokens tokens() {
      return new DynamoDbTokens(cloud.dynamoDb(), cloud.tables());
    }
  }

  @Nested
  class SnapshotsTest extends SnapshotsContract {
    @Override
    protected Snapshots snapshots() {
      return new DynamoDbSnapshots(cloud.dynamoDb(), cloud.tables());
    }

    @Override
    protected Tokens tokens() {
      return new DynamoDbTokens(cloud.dynamoDb(), cloud.tables());
    }

    @Override
    protected Hosts hosts() {
      return dynamoDbHosts();
    }

    @Override
    protected void spoil(Hostname hostname) {
      CloudContract.this.spoil(hostname);
    }
  }

  @Nested
  class TurnsTest extends TurnsContract {
    @Override
    protected Turns turns() {
      return new DynamoDbTurns(cloud.dynamoDb(), cloud.tables());
    }

    @Test
    void turnIsNoHost() {
      turns().take(new ZoneId("ZTURN"), new Lease(1, Instant.EPOCH), Instant.EPOCH);

      assertThat(dynamoDbHosts().list().spoilt())
          .extracting(SpoiltHost::name)
          .noneMatch(name -> name.startsWith("!"));
    }
  }

  /** In tables of their own: the note would stand in the way of the other tests. */
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class StormsTest extends StormsContract {
    private TableNames apart;

    @BeforeAll
    void createTables() {
      apart = Cloud.create(cloud.dynamoDb(), cloud.route53()).tables();
    }

    @Override
    protected Storms storms() {
      return new DynamoDbStorms(cloud.dynamoDb(), apart);
    }

    @Test
    void noteIsReadWithEveryTokenAndIsNoHost() {
      Instant end = Instant.parse("2020-11-22T10:15:30Z");
      var token = TokenSamples.bare();
      new DynamoDbTokens(cloud.dynamoDb(), apart).put(token);

      storms().declare(end);

      var snapshots = new DynamoDbSnapshots(cloud.dynamoDb(), apart);
      Snapshot snapshot = snapshots.read(token.hash(), List.of());
      assertThat(snapshot.stormUntil()).contains(end);
      assertThat(snapshot.found()).isEqualTo(FoundHosts.NONE);
      assertThat(new DynamoDbHosts(cloud.dynamoDb(), apart).list()).isEqualTo(FoundHosts.NONE);
    }

    @Test
    void spoiltNoteIsNoStorm() {
      storms().declare(Instant.parse("2020-11-22T10:15:30Z"));
      cloud
          .dynamoDb()
          .putItem(put ->
              put.tableName(apart.hosts())
                  .item(
                      Map.of(
                          "name", AttributeValue.fromS("!storm"),
                          "stormUntil", AttributeValue.fromS("tomorrow"))));
      var token = TokenSamples.bare();
      new DynamoDbTokens(cloud.dynamoDb(), apart).put(token);

      var snapshots = new DynamoDbSnapshots(cloud.dynamoDb(), apart);
      assertThat(snapshots.read(token.hash(), List.of()).stormUntil()).isEmpty();
      assertThat(storms().until()).isEmpty();
      storms().declare(Instant.parse("2020-11-22T10:15:31Z"));
      assertThat(storms().until()).contains(Instant.parse("2020-11-22T10:15:31Z"));
    }
  }

  @Nested
  class ZonesTest extends ZonesContract {
    @Override
    protected Zones zones() {
      return new Route53Zones(cloud.route53());
    }

    @Override
    protected ZoneId zone() {
      return cloud.zone();
    }

    @Override
    protected DnsName zoneName() {
      return cloud.zoneName();
    }

    /** Aliases point at a record set of the same zone and type, which has to be there. */
    @Override
    protected void putAlias(RecordKey key) {
      String target = "target." + key.name();
      var plain = new RecordSet(new RecordKey(new DnsName(target), key.type()), 60, ANY);
      zones().change(zone(), List.of(new RecordChange.Upsert(plain)), Duration.ofSeconds(10));
      try {
        cloud
            .route53()
            .changeResourceRecordSets(request ->
                request.hostedZoneId(zone().value()).changeBatch(aliasBatch(key, target)));
      } catch (InvalidInputException e) {
        // The emulator says so of itself.
        abort(e.getMessage());
      }
    }

    private Consumer<ChangeBatch.Builder> aliasBatch(RecordKey key, String target) {
      var set =
          ResourceRecordSet.builder()
              .name(key.name().value())
              .type(RRType.fromValue(key.type().name()))
              .aliasTarget(alias ->
                  alias.hostedZoneId(zone().value()).dnsName(target).evaluateTargetHealth(false))
              .build();
      var upsert =
          software.amazon.awssdk.services.route53.model.Change.builder()
              .action(ChangeAction.UPSERT)
              .resourceRecordSet(set)
              .build();
      return batch -> batch.changes(upsert);
    }
  }

  /** Events in, replies out, record sets read back. */
  @Nested
  class UpdatesTest {

    @Test
    void publishesWhatWasAskedForAndNothingTwice() {
      String hostname = functions.addHost("\"ttl\": 120");
      String query = "hostname=" + hostname + "&myip=9.1.2.3,2600:1::2";

      assertThat(functions.update(query)).isEqualTo(new Reply(200, "good 9.1.2.3,2600:1::2\n"));
      assertThat(functions.update(query)).isEqualTo(new Reply(200, "nochg 9.1.2.3,2600:1::2\n"));

      assertThat(records(hostname)).containsExactly("A 120 9.1.2.3", "AAAA 120 2600:1::2");
      assertThat(wishes(hostname)).hasSize(1);
    }

    @Test
    void publishesSeveralHostsWithTheirWildcards() {
      String plain = functions.addHost("");
      String wild = functions.addHost("\"wildcard\": true");

      Reply reply = functions.update("hostname=%s,%s&myip=9.1.2.3".formatted(plain, wild));

      assertThat(reply).isEqualTo(new Reply(200, "good 9.1.2.3\ngood 9.1.2.3\n"));
      assertThat(records(plain)).containsExactly("A 60 9.1.2.3");
      assertThat(records(wild)).containsExactly("A 60 9.1.2.3");
      assertThat(records("*." + wild)).containsExactly("A 60 9.1.2.3");
    }

    @Test
    void leavesSpoiltHostAsItIsAndServesTheOther() {
      String spoilt = functions.addHost("");
      String whole = functions.addHost("");
      spoil(new Hostname(spoilt));
      Map<String, AttributeValue> before = item(spoilt);

      Reply reply = functions.update("hostname=%s,%s&myip=9.1.2.3".formatted(spoilt, whole));

      assertThat(reply).isEqualTo(new Reply(503, "911\ngood 9.1.2.3\n"));
      assertThat(records(whole)).containsExactly("A 60 9.1.2.3");
      assertThat(item(spoilt)).isEqualTo(before);
    }

    @Test
    void takesHostOffTheAir() {
      String hostname = functions.addHost("\"wildcard\": true");
      functions.update("hostname=" + hostname + "&myip=9.1.2.3,2600:1::2");

      assertThat(functions.update("hostname=" + hostname + "&offline=YES").word())
          .isEqualTo("good");

      assertThat(records(hostname)).isEmpty();
      assertThat(records("*." + hostname)).isEmpty();
    }

    @Test
    void publishesChangedSettings() {
      String hostname = functions.addHost("\"wildcard\": true");
      functions.update("hostname=" + hostname + "&myip=9.1.2.3");

      functions.admin("host.change", hostname, "\"ttl\": 30, \"wildcard\": false");

      assertThat(records(hostname)).containsExactly("A 30 9.1.2.3");
      assertThat(records("*." + hostname)).isEmpty();
    }

    @Test
    void removesHostWithItsRecords() {
      String hostname = functions.addHost("");
      functions.update("hostname=" + hostname + "&myip=9.1.2.3");

      functions.admin("host.remove", hostname, "");

      assertThat(records(hostname)).isEmpty();
      assertThat(functions.update("hostname=" + hostname + "&myip=9.1.2.3").body())
          .isEqualTo("nohost\n");
    }

    @Test
    void readsHistoryBack() {
      String hostname = functions.addHost("");
      functions.update("hostname=" + hostname + "&myip=9.1.2.3");
      functions.update("hostname=" + hostname + "&myip=9.1.2.4");

      assertThat(functions.admin("host.history", hostname, "").findValuesAsText("what"))
          .containsExactly("updated", "updated", "added");
    }

    /** The last version wins; no wish is written over another that nobody had read. */
    @Test
    void publishesLastOfManyRivalWishes() {
      String hostname = functions.addHost("");

      List<String> addresses = IntStream.range(0, RIVALS).mapToObj(i -> "9.1.2." + i).toList();
      Map<String, Reply> replies = updatedAtOnce(hostname, addresses);

      List<Change> wishes = wishes(hostname).reversed();
      assertThat(wishes).extracting(Change::version).doesNotHaveDuplicates().isSorted();
      for (int i = 1; i < wishes.size(); i++) {
        assertThat(wishes.get(i).from()).isEqualTo(wishes.get(i - 1).to());
      }
      String last = address(wishes.getLast());
      assertThat(records(hostname)).containsExactly("A 60 " + last);
      Host host = host(hostname);
      assertThat(host.isSettled()).isTrue();
      assertThat(host.published()).isEqualTo(wishes.getLast().to());
      assertThat(wishes)
          .extracting(UpdatesTest::address)
          .containsAll(addresses.stream().filter(address -> isGood(replies, address)).toList());
    }

    /**
     * Who lost too often is told to come again, with or without a wish written; who is told {@code
     * good} has one.
     */
    private static boolean isGood(Map<String, Reply> replies, String address) {
      Reply reply = replies.getOrDefault(address, new Reply(0, ""));
      assertThat(reply.word()).isIn("good", "911");
      return reply.word().equals("good");
    }

    private static String address(Change wish) {
      return wish.to().ipv4().orElseThrow().text();
    }

    private Map<String, Reply> updatedAtOnce(String hostname, List<String> addresses) {
      Map<String, Reply> replies = new ConcurrentHashMap<>();
      try (var threads = Executors.newFixedThreadPool(addresses.size())) {
        addresses.forEach(address -> {
          String query = "hostname=" + hostname + "&myip=" + address;
          threads.execute(() -> replies.put(address, functions.update(query)));
        });
      }
      return replies;
    }
  }

  /** Edits the item as one would in the console. */
  private void spoil(Hostname hostname) {
    edit(hostname.value(), "wanted", AttributeValue.fromS("9.1.2.3"));
  }

  private void edit(String name, String attribute, AttributeValue value) {
    cloud
        .dynamoDb()
        .updateItem(update ->
            update
                .tableName(cloud.tables().hosts())
                .key(Map.of("name", AttributeValue.fromS(name)))
                .updateExpression("SET #attribute = :value")
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":value", value)));
  }

  private Map<String, AttributeValue> item(String name) {
    return cloud
        .dynamoDb()
        .getItem(get ->
            get.tableName(cloud.tables().hosts())
                .key(Map.of("name", AttributeValue.fromS(name)))
                .consistentRead(true))
        .item();
  }

  private DynamoDbHosts dynamoDbHosts() {
    return new DynamoDbHosts(cloud.dynamoDb(), cloud.tables());
  }

  private Host host(String hostname) {
    var name = new Hostname(hostname);
    return dynamoDbHosts().read(List.of(name)).host(name).orElseThrow();
  }

  /** Newest first. */
  private List<Change> wishes(String hostname) {
    return dynamoDbHosts().recent(new Hostname(hostname), 100).stream()
        .filter(change -> change.kind() == ChangeKind.UPDATED)
        .toList();
  }

  private List<String> records(String name) {
    var zones = new Route53Zones(cloud.route53());
    return Stream.of(RecordType.A, RecordType.AAAA)
        .map(type -> new RecordKey(new DnsName(name), type))
        .flatMap(key -> zones.find(cloud.zone(), key, Duration.ofSeconds(10)).stream())
        .map(CloudContract::text)
        .toList();
  }

  private static String text(RecordSet recordSet) {
    return "%s %d %s"
        .formatted(
            recordSet.key().type(), recordSet.ttlSeconds(), String.join(" ", recordSet.values()));
  }
}
