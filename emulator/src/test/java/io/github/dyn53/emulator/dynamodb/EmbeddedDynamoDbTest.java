package io.github.dyn53.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class EmbeddedDynamoDbTest {

  private static final Map<String, AttributeValue> HOME =
      Map.of("name", AttributeValue.fromS("home.dyn.test"), "version", AttributeValue.fromN("1"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Hosts,   name,      NEW_AND_OLD_IMAGES, DISABLED
          Tokens,  hash,      '',                 ENABLED
          Changes, name time, '',                 ENABLED
          """)
  void createsTables(String table, String keys, String stream, String expiry) {
    try (var database = EmbeddedDynamoDb.inMemory()) {
      TableDescription description =
          database.client().describeTable(request -> request.tableName(table)).table();

      assertThat(description.keySchema())
          .extracting(KeySchemaElement::attributeName)
          .containsExactly(keys.split(" "));
      assertThat(description.billingModeSummary().billingModeAsString())
          .isEqualTo("PAY_PER_REQUEST");
      String images =
          description.streamSpecification() == null
              ? ""
              : description.streamSpecification().streamViewTypeAsString();
      assertThat(images).isEqualTo(stream);
      assertThat(
              database
                  .client()
                  .describeTimeToLive(request -> request.tableName(table))
                  .timeToLiveDescription()
                  .timeToLiveStatusAsString())
          .isEqualTo(expiry);
    }
  }

  @Test
  void keepsItemsInFolder() {
    try (var database = EmbeddedDynamoDb.in(folder.resolve("tables"))) {
      database.client().putItem(request -> request.tableName(Tables.NAMES.hosts()).item(HOME));
    }
    try (var database = EmbeddedDynamoDb.in(folder.resolve("tables"))) {
      assertThat(database.client().scan(request -> request.tableName(Tables.NAMES.hosts())).items())
          .isEqualTo(List.of(HOME));
    }
  }

  /** Whoever opens the folder next is told that it is locked otherwise, every now and then. */
  @RepeatedTest(10)
  void hasLetGoOfFolderWhenItIsClosed() {
    var database = EmbeddedDynamoDb.in(folder);
    database.client().putItem(request -> request.tableName(Tables.NAMES.hosts()).item(HOME));

    database.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("SQLiteQueue[dynamodb.sqlite]");
  }

  @Test
  void namesFolderThatItCannotUse() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedDynamoDb.in(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void forgetsItemsOfMemory() {
    try (var database = EmbeddedDynamoDb.inMemory()) {
      database.client().putItem(request -> request.tableName(Tables.NAMES.hosts()).item(HOME));
    }
    try (var database = EmbeddedDynamoDb.inMemory()) {
      assertThat(database.client().scan(request -> request.tableName(Tables.NAMES.hosts())).items())
          .isEmpty();
    }
  }
}
