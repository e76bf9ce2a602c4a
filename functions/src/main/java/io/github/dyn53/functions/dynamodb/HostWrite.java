package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.host.Change;
import io.github.dyn53.host.Host;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The writes of hosts and history. A host is written by an update of every attribute that dyn53
 * knows, so that what a newer version of dyn53 keeps there survives an older one.
 */
final class HostWrite {

  private static final String BEFORE = ":before";

  private HostWrite() {}

  static TransactWriteItem put(TableNames tables, Host host) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    var set = new StringJoiner(", ", "SET ", "");
    var remove = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
    for (Map.Entry<String, Optional<AttributeValue>> attribute :
        HostItem.write(host).all().entrySet()) {
      String name = "#" + attribute.getKey();
      String value = ":" + attribute.getKey();
      names.put(name, attribute.getKey());
      attribute
          .getValue()
          .ifPresentOrElse(
              present -> {
                values.put(value, present);
                set.add(name + " = " + value);
              },
              () -> remove.add(name));
    }
    String condition = condition(host, names, values);
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(tables.hosts())
                .key(HostItem.key(host.hostname()))
                .updateExpression(set.toString() + remove)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values))
        .build();
  }

  /** Version 1 is the first: there must be no such host. */
  private static String condition(
      Host host, Map<String, String> names, Map<String, AttributeValue> values) {
    if (host.version() == 1) {
      names.put("#name", HostItem.NAME);
      return "attribute_not_exists(#name)";
    }
    values.put(BEFORE, Attributes.numeric(host.version() - 1));
    return "#" + HostItem.VERSION + " = " + BEFORE;
  }

  static TransactWriteItem remove(TableNames tables, Host host) {
    return TransactWriteItem.builder()
        .delete(delete ->
            delete
                .tableName(tables.hosts())
                .key(HostItem.key(host.hostname()))
                .conditionExpression("#version = " + BEFORE)
                .expressionAttributeNames(Map.of("#version", HostItem.VERSION))
                .expressionAttributeValues(Map.of(BEFORE, Attributes.numeric(host.version() - 1))))
        .build();
  }

  static TransactWriteItem put(TableNames tables, Change change) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tables.changes()).item(ChangeItem.write(change)))
        .build();
  }

  static UpdateItemRequest alone(Update update) {
    return UpdateItemRequest.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(update.expressionAttributeNames())
        .expressionAttributeValues(update.expressionAttributeValues())
        .build();
  }
}
