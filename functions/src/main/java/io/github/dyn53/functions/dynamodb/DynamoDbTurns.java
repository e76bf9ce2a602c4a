package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.publish.Turns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The turns of the zones: one item of the table Hosts for each zone, beside its hosts. */
public final class DynamoDbTurns implements Turns {

  private static final String ID = "turnId";
  private static final String UNTIL = "turnUntil";

  private final DynamoDbClient dynamoDb;
  private final TableNames tables;

  public DynamoDbTurns(DynamoDbClient dynamoDb, TableNames tables) {
    this.dynamoDb = dynamoDb;
    this.tables = tables;
  }

  @Override
  public boolean take(ZoneId zone, Lease turn, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":id", Attributes.numeric(turn.id()));
    values.put(":until", microseconds(turn.until()));
    values.put(":now", microseconds(now));
    return update(
        zone,
        "SET %s = :id, %s = :until".formatted(ID, UNTIL),
        "attribute_not_exists(%s) OR %s <= :now OR %s = :id".formatted(UNTIL, UNTIL, ID),
        values);
  }

  /** A number, which DynamoDB can compare. */
  private static AttributeValue microseconds(Instant time) {
    return Attributes.numeric(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  @Override
  public void giveBack(ZoneId zone, Lease turn) {
    var unused =
        update(
            zone,
            "REMOVE %s, %s".formatted(ID, UNTIL),
            ID + " = :id",
            Map.of(":id", Attributes.numeric(turn.id())));
  }

  private boolean update(
      ZoneId zone, String expression, String condition, Map<String, AttributeValue> values) {
    try {
      dynamoDb.updateItem(update ->
          update
              .tableName(tables.hosts())
              .key(Notes.key("turn " + zone))
              .updateExpression(expression)
              .conditionExpression(condition)
              .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    } catch (SdkException e) {
      throw new StateUnavailableException("could not confirm the turn of zone " + zone, e);
    }
  }
}
