package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.dynamodb.ConsistentRead.Found;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
            .with(tables.hosts(), hostnames.stream().map(HostItem::key).toList())
            .read("token and hosts");
    Optional<Token> known = found.of(tables.tokens()).stream().findFirst().map(TokenItem::read);
    // Before the token is known to be good, not even a spoilt host may make a difference.
    return known.map(t -> new Snapshot(known, hosts(found))).orElse(Snapshot.UNKNOWN);
  }

  private Map<Hostname, Host> hosts(Found found) {
    Map<Hostname, Host> hosts = new HashMap<>();
    found.of(tables.hosts()).forEach(item -> DynamoDbHosts.put(hosts, HostItem.read(item)));
    return hosts;
  }
}
