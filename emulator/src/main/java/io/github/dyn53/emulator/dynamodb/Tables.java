package io.github.dyn53.emulator.dynamodb;

import io.github.dyn53.functions.dynamodb.TableNames;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The three tables of the deployment, as {@code template.yaml} declares them. */
public final class Tables {

  /** What they are called in the emulator. */
  public static final TableNames NAMES = new TableNames("Hosts", "Tokens", "Changes");

  private Tables() {}

  /**
   * Creates what is not there yet: hosts by {@code name}, with a stream of old and new images;
   * tokens by the {@code hash} of their secret, until they expire; and what happened to each {@code
   * name}, by {@code time}, until it expires.
   */
  public static void createMissing(DynamoDbClient client, TableNames tables) {
    List<String> present =
        client.listTablesPaginator().stream().flatMap(page -> page.tableNames().stream()).toList();
    if (!present.contains(tables.hosts())) {
      client.createTable(
          table(tables.hosts(), "name")
              .streamSpecification(stream ->
                  stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
              .build());
    }
    if (!present.contains(tables.tokens())) {
      client.createTable(table(tables.tokens(), "hash").build());
      expire(client, tables.tokens());
    }
    if (!present.contains(tables.changes())) {
      client.createTable(table(tables.changes(), "name", "time").build());
      expire(client, tables.changes());
    }
  }

  /** A partition key and perhaps a sort key, all of them strings. */
  private static CreateTableRequest.Builder table(String name, String... keys) {
    var attributes = new ArrayList<AttributeDefinition>();
    var schema = new ArrayList<KeySchemaElement>();
    for (String key : keys) {
      KeyType type = schema.isEmpty() ? KeyType.HASH : KeyType.RANGE;
      attributes.add(
          AttributeDefinition.builder()
              .attributeName(key)
              .attributeType(ScalarAttributeType.S)
              .build());
      schema.add(KeySchemaElement.builder().attributeName(key).keyType(type).build());
    }
    return CreateTableRequest.builder()
        .tableName(name)
        .attributeDefinitions(attributes)
        .keySchema(schema)
        .billingMode(BillingMode.PAY_PER_REQUEST);
  }

  private static void expire(DynamoDbClient client, String table) {
    client.updateTimeToLive(request ->
        request
            .tableName(table)
            .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
  }
}
