package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.publish.Storms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The note of a storm: one item of the table Hosts, so that an update reads it in the one call that
 * reads its hosts.
 */
public final class DynamoDbStorms implements Storms {

  private static final String NAME = "storm";
  private static final String UNTIL = "stormUntil";

  private final DynamoDbClient dynamoDb;
  private final TableNames tables;

  public DynamoDbStorms(DynamoDbClient dynamoDb, TableNames tables) {
    this.dynamoDb = dynamoDb;
    this.tables = tables;
  }

  static Map<String, AttributeValue> key() {
    return Notes.key(NAME);
  }

  static Optional<Instant> until(Map<String, AttributeValue> attributes) {
    try {
      return new Item("note of a storm", attributes).instant(UNTIL);
    } catch (SpoiltItemException e) {
      // It only says how to go about an update, and the next one writes it anew.
      return Optional.empty();
    }
  }

  @Override
  public void declare(Instant until) {
    var attributes = new Attributes().text(UNTIL, until.toString()).present();
    try {
      dynamoDb.updateItem(update ->
          update
              .tableName(tables.hosts())
              .key(key())
              .updateExpression("SET " + UNTIL + " = :until")
              .expressionAttributeValues(Map.of(":until", attributes.get(UNTIL))));
    } catch (SdkException e) {
      throw new StateUnavailableException("could not confirm to note the storm", e);
    }
  }

  @Override
  public Optional<Instant> until() {
    try {
      return Optional.of(
              dynamoDb.getItem(
                  get -> get.tableName(tables.hosts()).key(key()).consistentRead(true)))
          .filter(response -> response.hasItem())
          .flatMap(response -> until(response.item()));
    } catch (SdkException e) {
      throw new StateUnavailableException("failed to read the note of the storm", e);
    }
  }
}
