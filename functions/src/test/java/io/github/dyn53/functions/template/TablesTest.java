package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

  private static final Template WRITTEN = Template.ofRepository();
  private static final Template TEMPLATE = WRITTEN.with(Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HostsTable   | name HASH            | name S
          TokensTable  | hash HASH            | hash S
          ChangesTable | name HASH time RANGE | name S time S
          """)
  void tableHasKey(String table, String key, String types) {
    assertThat(values(TEMPLATE.properties(table).required("KeySchema"))).isEqualTo(key);
    assertThat(values(TEMPLATE.properties(table).required("AttributeDefinitions")))
        .isEqualTo(types);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HostsTable", "TokensTable", "ChangesTable"})
  void tableOutlivesStack(String table) {
    assertThat(TEMPLATE.resource(table).path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(TEMPLATE.resource(table).path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    var properties = TEMPLATE.properties(table);
    assertThat(properties.path("DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(
            properties
                .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                .asBoolean())
        .isTrue();
    assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(properties.has("TableName")).isFalse();
  }

  @Test
  void protectionOfTablesCanBeTurnedOff() {
    var unprotected = WRITTEN.with(Map.of("DeletionProtection", "off"));

    assertThat(WRITTEN.named("AWS::DynamoDB::Table"))
        .allMatch(table ->
            unprotected.properties(table).required("DeletionProtectionEnabled").isBoolean()
                && !unprotected.properties(table).path("DeletionProtectionEnabled").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({"HostsTable, ''", "TokensTable, expires", "ChangesTable, expires"})
  void tableForgetsWhatExpired(String table, String attribute) {
    assertThat(TEMPLATE.properties(table).at("/TimeToLiveSpecification/AttributeName").asText())
        .isEqualTo(attribute);
  }

  @Test
  void onlyHostsAreStreamed() {
    assertThat(TEMPLATE.named("AWS::DynamoDB::Table"))
        .filteredOn(table -> TEMPLATE.properties(table).has("StreamSpecification"))
        .containsExactly("HostsTable");
    assertThat(TEMPLATE.properties("HostsTable").at("/StreamSpecification/StreamViewType").asText())
        .isEqualTo("NEW_AND_OLD_IMAGES");
  }

  private static String values(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .flatMap(element ->
            element.isObject()
                ? StreamSupport.stream(element.spliterator(), false)
                : Stream.of(element))
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }
}
