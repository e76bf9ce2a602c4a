package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
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
        .containsExactly("AdminRole", "PublishPolicy", "UpdateRole");
  }

  @ParameterizedTest
  @CsvSource({"UpdateFunction, UpdateRole", "AdminFunction, AdminRole"})
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
    var permissions = made.named("AWS::Lambda::Permission");

    assertThat(permissions).hasSize(1);
    var permission = made.properties(permissions.getFirst());
    assertThat(permission.path("Principal").asText()).isEqualTo("apigateway.amazonaws.com");
    assertThat(permission.path("FunctionName").asText()).isEqualTo("UpdateFunctionAliaslive");
    assertThat(permission.path("SourceArn").asText()).contains(":Api/");
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
