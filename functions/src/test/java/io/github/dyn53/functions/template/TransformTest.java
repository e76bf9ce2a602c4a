package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SAM's own translator makes of the template. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransformTest {

  private static final int NO_TRANSLATOR = 3;
  private static final Map<String, String> PARAMETERS =
      Map.of("HostedZoneIds", "Z1,Z2", "NameSuffix", "dyn.example.com");

  private final Template made;

  TransformTest(@TempDir Path folder) throws Exception {
    var mapper = new ObjectMapper();
    var run =
        Execution.of(
                folder,
                "python3",
                Path.of("src", "test", "python", "transform.py").toString(),
                Template.FILE.toString(),
                mapper.writeValueAsString(PARAMETERS))
            .filter(execution -> execution.exitCode() != NO_TRANSLATOR);
    assumeTrue(
        run.isPresent(),
        "python3 with aws-sam-translator is not installed, so SAM's transform goes unchecked");
    var transformed = run.orElseThrow();
    assertThat(transformed.exitCode()).as(transformed.errors()).isZero();
    made = new Template(mapper.readTree(transformed.output())).with(PARAMETERS);
  }

  @Test
  void addsNoPermissionToThoseWritten() {
    assertThat(made.named("AWS::IAM::"))
        .containsExactly("AdminRole", "PublishPolicy", "PublishRole", "SweepRole", "UpdateRole");
  }

  @ParameterizedTest
  @CsvSource({
    "UpdateFunction, UpdateRole",
    "AdminFunction, AdminRole",
    "PublishFunction, PublishRole",
    "SweepFunction, SweepRole"
  })
  void functionTakesItsOwnRole(String function, String role) {
    var written = Template.ofRepository().with(PARAMETERS);

    assertThat(made.properties(function).path("Role").asText()).isEqualTo(role + ".Arn");
    assertThat(Permissions.of(made, role)).isNotEmpty().isEqualTo(Permissions.of(written, role));
  }

  @Test
  void clientsReachTheAlias() {
    var route = made.properties("Api").required("Body").required("paths").required("$default");
    var method = route.required("x-amazon-apigateway-any-method");
    var integration = method.required("x-amazon-apigateway-integration");

    assertThat(method.path("isDefaultRoute").asBoolean()).isTrue();
    assertThat(integration.path("payloadFormatVersion").asText()).isEqualTo("2.0");
    assertThat(integration.path("uri").asText())
        .endsWith("/functions/UpdateFunctionAliaslive/invocations");
  }

  @Test
  void aliasPointsAtPublishedVersion() {
    var versions = made.named("AWS::Lambda::Version");

    assertThat(versions).hasSize(1);
    assertThat(made.properties("UpdateFunctionAliaslive").path("FunctionVersion").asText())
        .isEqualTo(versions.getFirst() + ".Version");
    assertThat(made.properties(versions.getFirst()).path("FunctionName").asText())
        .isEqualTo("UpdateFunction");
  }

  @Test
  void onlyTheApiMayCallAndOnlyTheAlias() {
    var permissions = permissions("apigateway.amazonaws.com");

    assertThat(permissions).hasSize(1);
    assertThat(permissions.getFirst().path("FunctionName").asText())
        .isEqualTo("UpdateFunctionAliaslive");
    assertThat(permissions.getFirst().path("SourceArn").asText()).contains(":Api/");
  }

  @Test
  void onlyTheSchedulesMayCallBesides() {
    var permissions = permissions("events.amazonaws.com");

    assertThat(made.named("AWS::Lambda::Permission")).hasSize(3);
    assertThat(permissions).hasSize(2);
    assertThat(permissions)
        .allMatch(permission -> permission.path("FunctionName").asText().equals("SweepFunction"))
        .extracting(permission -> permission.path("SourceArn").asText())
        .containsExactlyInAnyOrder(
            "SweepFunctionEveryDay.Arn", "SweepFunctionEveryFiveMinutes.Arn");
  }

  private List<JsonNode> permissions(String principal) {
    return made.named("AWS::Lambda::Permission").stream()
        .map(made::properties)
        .filter(permission -> permission.path("Principal").asText().equals(principal))
        .toList();
  }

  @Test
  void sweepsEveryFiveMinutesAndComparesTheZonesEveryDay() {
    var sweep = made.properties("SweepFunctionEveryFiveMinutes");
    var drift = made.properties("SweepFunctionEveryDay");

    assertThat(made.named("AWS::Events::Rule")).hasSize(2);
    assertThat(sweep.path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
    assertThat(sweep.at("/Targets/0").has("Input")).isFalse();
    assertThat(drift.path("ScheduleExpression").asText()).isEqualTo("rate(1 day)");
    assertThat(drift.at("/Targets/0/Input").asText()).isEqualTo("{\"drift\": true}");
  }

  @Test
  void publishesWhatTheStreamSaysWasHandedOver() throws Exception {
    var mapping = made.properties("PublishFunctionHandedOver");
    var expected =
        new ObjectMapper()
            .readTree(
                """
                {"BatchSize": 1000, "BisectBatchOnFunctionError": true,
                 "DestinationConfig": {"OnFailure": {"Destination": "FailureQueue.Arn"}},
                 "EventSourceArn": "HostsTable.StreamArn", "FunctionName": "PublishFunction",
                 "FunctionResponseTypes": ["ReportBatchItemFailures"],
                 "MaximumBatchingWindowInSeconds": 1, "MaximumRecordAgeInSeconds": 3600,
                 "MaximumRetryAttempts": 10, "ParallelizationFactor": 1,
                 "StartingPosition": "TRIM_HORIZON"}
                """);

    assertThat(made.named("AWS::Lambda::EventSourceMapping")).hasSize(1);
    var filters = ((ObjectNode) mapping).remove("FilterCriteria").required("Filters");
    assertThat(mapping).isEqualTo(expected);
    assertThat(filters).hasSize(1);
    assertThat(new ObjectMapper().readTree(filters.get(0).required("Pattern").asText()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"eventName": ["INSERT", "MODIFY"],
                     "dynamodb": {"NewImage": {"handedOver": {"S": [{"exists": true}]}},
                                  "OldImage": {"handedOver": {"S": [{"exists": false}]}}}}
                    """));
  }

  @Test
  void apiListensOnBothFamilies() {
    var server = made.properties("Api").at("/Body/servers/0");

    assertThat(server.at("/x-amazon-apigateway-endpoint-configuration/ipAddressType").asText())
        .isEqualTo("dualstack");
  }

  @Test
  void stageLetsThroughFarMoreThanNeeded() {
    JsonNode stage = made.properties("ApiApiGatewayDefaultStage");

    assertThat(stage.path("StageName").asText()).isEqualTo("$default");
    assertThat(stage.path("AutoDeploy").asBoolean()).isTrue();
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
        .isGreaterThanOrEqualTo(1000);
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt())
        .isGreaterThanOrEqualTo(1000);
  }
}
