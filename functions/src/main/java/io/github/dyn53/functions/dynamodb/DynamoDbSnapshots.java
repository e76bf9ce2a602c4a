package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.dynamodb.ConsistentRead.Found;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The token and the hosts of one update, read together. */
public final class DynamoDbSnapshots implements Snapshots {

  private final DynamoDbClient dynamoDb;
  private final TableNames tables;

  public DynamoDbSnapshots(DynamoDbClient dynamoDb, TableNames tables) {
    this.dynamoDb = dynamoDb;
    this.tables = tables;
  }

  @Override
  public Snapshot read(TokenHash token, Collection<Hostname> hostnames) {
    Found found =
        new ConsistentRead(dynamoDb)
            .with(tables.tokens(), List.of(TokenItem.key(token)))
            .with(tables.hosts(), keys(hostnames))
            .read("token and hosts");
    Optional<Token> known = found.of(tables.tokens()).stream().findFirst().map(TokenItem::read);
    // Before the token is known to be good, not even a spoilt host may make a difference.
    return known
        .map(t -> new Snapshot(known, hosts(found), stormUntil(found)))
        .orElse(Snapshot.UNKNOWN);
  }

  private static List<Map<String, AttributeValue>> keys(Collection<Hostname> hostnames) {
    return Stream.concat(hostnames.stream().map(HostItem::key), Stream.of(DynamoDbStorms.key()))
        .toList();
  }

  private Optional<Instant> stormUntil(Found found) {
    return found.of(tables.hosts()).stream()
        .filter(Notes::isNote)
        .findFirst()
        .flatMap(DynamoDbStorms::until);
  }

  private FoundHosts hosts(Found found) {
    return HostItem.read(
        found.of(tables.hosts()).stream().filter(item -> !Notes.isNote(item)).toList());
  }
}
