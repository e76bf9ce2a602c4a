package io.github.dyn53.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dyn53.emulator.TemplateFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

/** The emulator's tables are those of the deployment. */
class TemplateTablesTest {

  @ParameterizedTest
  @CsvSource({"HostsTable, Hosts", "TokensTable, Tokens", "ChangesTable, Changes"})
  void createsTableAsTemplateDeclaresIt(String resource, String table) throws IOException {
    JsonNode declared = TemplateFile.read().resource(resource).required("Properties");
    try (var database = EmbeddedDynamoDb.inMemory()) {
      TableDescription created =
          database.client().describeTable(request -> request.tableName(table)).table();

      assertThat(
              created.keySchema().stream()
                  .map(key -> List.of(key.attributeName(), key.keyTypeAsString()))
                  .toList())
          .isEqualTo(pairs(declared.required("KeySchema"), "AttributeName", "KeyType"));
      assertThat(
              created.attributeDefinitions().stream()
                  .map(key -> List.of(key.attributeName(), key.attributeTypeAsString()))
                  .toList())
          .isEqualTo(
              pairs(declared.required("AttributeDefinitions"), "AttributeName", "AttributeType"));
      assertThat(
              Optional.ofNullable(created.streamSpecification())
                  .map(StreamSpecification::streamViewTypeAsString))
          .isEqualTo(text(declared.at("/StreamSpecification/StreamViewType")));
      assertThat(created.billingModeSummary().billingModeAsString())
          .isEqualTo(declared.required("BillingMode").asText());
      TimeToLiveDescription expiry =
          database
              .client()
              .describeTimeToLive(request -> request.tableName(table))
              .timeToLiveDescription();
      assertThat(Optional.ofNullable(expiry.attributeName()))
          .isEqualTo(text(declared.at("/TimeToLiveSpecification/AttributeName")));
    }
  }

  private static List<List<String>> pairs(JsonNode list, String first, String second) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> List.of(entry.required(first).asText(), entry.required(second).asText()))
        .toList();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
  }
}
