package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.access.Tokens;
import io.github.dyn53.access.TokensUnavailableException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tokens in the table Tokens. */
public final class DynamoDbTokens implements Tokens {

  private final DynamoDbClient dynamoDb;
  private final TableNames tables;

  public DynamoDbTokens(DynamoDbClient dynamoDb, TableNames tables) {
    this.dynamoDb = dynamoDb;
    this.tables = tables;
  }

  @Override
  public List<Token> list() {
    try {
      return dynamoDb
          .scanPaginator(scan -> scan.tableName(tables.tokens()).consistentRead(true))
          .items()
          .stream()
          .map(TokenItem::read)
          .toList();
    } catch (SdkException e) {
      throw new TokensUnavailableException("failed to list the tokens", e);
    }
  }

  @Override
  public void put(Token token) {
    try {
      dynamoDb.putItem(put -> put.tableName(tables.tokens()).item(TokenItem.write(token)));
    } catch (SdkException e) {
      throw new TokensUnavailableException("could not confirm the token " + token.name(), e);
    }
  }

  @Override
  public void remove(TokenHash hash) {
    try {
      dynamoDb.deleteItem(delete -> delete.tableName(tables.tokens()).key(TokenItem.key(hash)));
    } catch (SdkException e) {
      throw new TokensUnavailableException("could not confirm the removal of a token", e);
    }
  }
}
