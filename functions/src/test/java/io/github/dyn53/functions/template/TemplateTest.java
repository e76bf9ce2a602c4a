package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.functions.template.Permissions.Permission;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final Template WRITTEN = Template.ofRepository();
  private static final Template TEMPLATE = WRITTEN.with(Map.of("HostedZoneIds", "Z1,Z2"));
  private static final Pattern LOG_VARIABLE = Pattern.compile("\\$context\\.([A-Za-z.]+)");
  private static final Pattern PAYLOAD = Pattern.compile("--payload '([^']+)'");

  @Test
  void accessLogHoldsNeitherPathNorQuery() throws Exception {
    var format = TEMPLATE.properties("Api").at("/AccessLogSettings/Format").asText();

    assertThat(new ObjectMapper().readTree(format).isObject()).isTrue();
    assertThat(LOG_VARIABLE.matcher(format).results().map(match -> match.group(1)))
        .containsExactlyInAnyOrder(
            "requestId",
            "requestTime",
            "identity.sourceIp",
            "httpMethod",
            "protocol",
            "routeKey",
            "status",
            "responseLength",
            "responseLatency",
            "integrationErrorMessage");
  }

  @Test
  void noRoleHoldsWildcard() {
    assertThat(TEMPLATE.named("AWS::IAM::Role"))
        .isNotEmpty()
        .flatMap(role -> Permissions.of(TEMPLATE, role))
        .noneMatch(permission -> permission.action().contains("*"))
        .extracting(Permission::resource)
        // A change has no owner and tells nothing but whether it is done.
        .filteredOn(resource -> !resource.equals("arn:aws:route53:::change/*"))
        .noneMatch(resource -> resource.contains("*"));
  }

  @Test
  void everyFunctionRunsTheJarThatMavenBuilds() {
    var shared = TEMPLATE.root().at("/Globals/Function");

    assertThat(shared.path("Runtime").asText()).isEqualTo("java25");
    assertThat(shared.at("/Architectures/0").asText()).isEqualTo("arm64");
    assertThat(shared.path("CodeUri").asText()).isEqualTo("functions/target/dyn53-functions.jar");
    assertThat(TEMPLATE.named("AWS::Serverless::Function"))
        .isNotEmpty()
        .allMatch(name -> TEMPLATE.resource(name).at("/Metadata/SkipBuild").asBoolean())
        .noneMatch(name -> TEMPLATE.properties(name).has("CodeUri"))
        .noneMatch(name -> TEMPLATE.properties(name).has("Runtime"));
  }

  @ParameterizedTest
  @CsvSource({"on, PublishedVersions", "off, None"})
  void snapStartCanBeTurnedOff(String parameter, String applyOn) {
    var function = WRITTEN.with(Map.of("SnapStart", parameter)).properties("UpdateFunction");

    assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo(applyOn);
  }

  /** What is left out here would be deployed, yet never reach the alias that clients call. */
  @Test
  void versionIsDescribedByEveryParameterOfItsFunction() {
    ObjectNode function = WRITTEN.properties("UpdateFunction").deepCopy();
    var version = function.remove("VersionDescription");
    function.remove("ReservedConcurrentExecutions");

    var parameters = new TreeSet<>(References.parameters(WRITTEN, function));
    parameters.addAll(References.parameters(WRITTEN, WRITTEN.root().path("Globals")));

    assertThat(References.parameters(WRITTEN, version)).isEqualTo(parameters);
  }

  @Test
  void everyLogIsForgottenInTime() {
    assertThat(WRITTEN.named("AWS::Logs::LogGroup"))
        .hasSize(5)
        .allMatch(log ->
            WRITTEN.properties(log).at("/RetentionInDays/Ref").asText().equals("LogRetentionDays"));
  }

  @Test
  void alarmsNeedAnAddress() {
    assertThat(WRITTEN.named("AWS::CloudWatch::Alarm"))
        .hasSize(11)
        .allMatch(
            alarm -> WRITTEN.resource(alarm).path("Condition").asText().equals("HasAlarmEmail"))
        .allMatch(alarm ->
            TEMPLATE.properties(alarm).at("/AlarmActions/0").asText().equals("AlarmTopic"));
    assertThat(WRITTEN.resource("AlarmTopic").path("Condition").asText())
        .isEqualTo("HasAlarmEmail");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AddHostCommand     | {"command":"host.add","hostname":"home.example.com"}
          CreateTokenCommand | {"command":"token.create","name":"router","hosts":["home.example.com"]}
          """)
  void outputsSayWhatToRunNext(String output, String payload) {
    var command = TEMPLATE.root().at("/Outputs/" + output + "/Value").asText();

    assertThat(command).contains("--function-name AdminFunction ");
    assertThat(PAYLOAD.matcher(command).results().map(match -> match.group(1)))
        .containsExactly(payload);
  }
}
