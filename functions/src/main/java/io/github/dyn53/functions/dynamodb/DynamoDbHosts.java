package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.History;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.StateUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Hosts and their history in the tables Hosts and Changes. */
public final class DynamoDbHosts implements Hosts, History {

  private final DynamoDbClient dynamoDb;
  private final TableNames tables;

  public DynamoDbHosts(DynamoDbClient dynamoDb, TableNames tables) {
    this.dynamoDb = dynamoDb;
    this.tables = tables;
  }

  @Override
  public FoundHosts read(Collection<Hostname> hostnames) {
    if (hostnames.isEmpty()) {
      return FoundHosts.NONE;
    }
    return HostItem.read(
        new ConsistentRead(dynamoDb)
            .with(tables.hosts(), hostnames.stream().map(HostItem::key).toList())
            .read("hosts")
            .of(tables.hosts()));
  }

  @Override
  public FoundHosts list() {
    try {
      return HostItem.read(
          dynamoDb.scanPaginator(scan -> scan.tableName(tables.hosts())).items().stream()
              .filter(item -> !Notes.isNote(item))
              .toList());
    } catch (SdkException e) {
      throw new StateUnavailableException("failed to list the hosts", e);
    }
  }

  @Override
  public boolean save(List<HostSave> saves) {
    List<TransactWriteItem> writes =
        saves.stream().flatMap(save -> writes(HostWrite.put(tables, save.host()), save)).toList();
    return write("save", writes);
  }

  @Override
  public boolean remove(HostSave last) {
    return write("remove", writes(HostWrite.remove(tables, last.host()), last).toList());
  }

  private Stream<TransactWriteItem> writes(TransactWriteItem host, HostSave save) {
    return Stream.concat(
        Stream.of(host), save.change().map(change -> HostWrite.put(tables, change)).stream());
  }

  private boolean write(String verb, List<TransactWriteItem> writes) {
    try {
      // A transaction of one costs twice what the same update costs alone.
      if (writes.size() == 1 && writes.getFirst().update() != null) {
        dynamoDb.updateItem(HostWrite.alone(writes.getFirst().update()));
      } else {
        dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
      }
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return false;
    } catch (TransactionCanceledException e) {
      if (isLostRace(e)) {
        return false;
      }
      throw new StateUnavailableException("could not confirm to " + verb + " the hosts", e);
    } catch (SdkException e) {
      throw new StateUnavailableException("could not confirm to " + verb + " the hosts", e);
    }
  }

  private static boolean isLostRace(TransactionCanceledException e) {
    return e.cancellationReasons().stream()
        .map(reason -> Optional.ofNullable(reason.code()).orElse("None"))
        .allMatch(code ->
            code.equals("None")
                || code.equals("ConditionalCheckFailed")
                || code.equals("TransactionConflict"));
  }

  @Override
  public List<Change> recent(Hostname hostname, int limit) {
    try {
      return dynamoDb
          .query(query ->
              query
                  .tableName(tables.changes())
                  .keyConditionExpression("#name = :name")
                  .expressionAttributeNames(Map.of("#name", ChangeItem.NAME))
                  .expressionAttributeValues(Map.of(":name", Attributes.string(hostname.value())))
                  .scanIndexForward(false)
                  .limit(limit))
          .items()
          .stream()
          .map(ChangeItem::read)
          .toList();
    } catch (SdkException e) {
      throw new StateUnavailableException("failed to read the history of " + hostname, e);
    }
  }
}
