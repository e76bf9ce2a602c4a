package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.host.StateUnavailableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** One strongly consistent BatchGetItem over one table or several. */
final class ConsistentRead {

  private final DynamoDbClient dynamoDb;
  private final Map<String, KeysAndAttributes> requests = new LinkedHashMap<>();

  ConsistentRead(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Asks for these keys of a table; none asks for nothing. */
  ConsistentRead with(String table, List<Map<String, AttributeValue>> keys) {
    if (!keys.isEmpty()) {
      requests.put(table, KeysAndAttributes.builder().consistentRead(true).keys(keys).build());
    }
    return this;
  }

  /**
   * Reads.
   *
   * @param what what is read, for the message of a failure
   * @throws StateUnavailableException when it failed to read all of it
   */
  Found read(String what) {
    try {
      BatchGetItemResponse response = dynamoDb.batchGetItem(batch -> batch.requestItems(requests));
      // DynamoDB returns what it could before it was throttled; half a look is none.
      if (response.hasUnprocessedKeys() && !response.unprocessedKeys().isEmpty()) {
        throw new StateUnavailableException("failed to read all of the " + what);
      }
      return new Found(response.responses());
    } catch (SdkException e) {
      throw new StateUnavailableException("failed to read the " + what, e);
    }
  }

  /**
   * What was found.
   *
   * @param byTable the items of each table
   */
  record Found(Map<String, List<Map<String, AttributeValue>>> byTable) {

    List<Map<String, AttributeValue>> of(String table) {
      return byTable.getOrDefault(table, List.of());
    }
  }
}
