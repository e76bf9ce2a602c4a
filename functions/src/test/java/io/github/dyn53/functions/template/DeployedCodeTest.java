package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.Pace;
import io.github.dyn53.functions.template.Permissions.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The template names what the code has, and allows what the code calls. */
class DeployedCodeTest {

  private static final Template TEMPLATE =
      Template.ofRepository()
          .with(Map.of("HostedZoneIds", "Z1", "JavaToolOptions", "-Xshare:auto"));
  private static final CallGraph GRAPH =
      new CallGraph(
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("io.github.dyn53"));

  @Test
  void everyHandlerExists() throws Exception {
    for (String function : TEMPLATE.named("AWS::Serverless::Function")) {
      assertThat(method(function)).isEqualTo("handleRequest");
      assertThat(entryPoint(function)).isAssignableTo(RequestStreamHandler.class);
      assertThat(entryPoint(function).getConstructors())
          .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
  }

  @Test
  void updateIsGivenWhatItReads() {
    assertThat(variables("UpdateFunction")).isEqualTo(FunctionConfig.VARIABLES_UPDATE);
  }

  @Test
  void adminIsGivenWhatItReads() {
    assertThat(variables("AdminFunction")).isEqualTo(FunctionConfig.VARIABLES_ADMIN);
  }

  @Test
  void publishIsGivenWhatItReads() {
    assertThat(variables("PublishFunction")).isEqualTo(FunctionConfig.VARIABLES_PUBLISH);
  }

  @Test
  void sweepIsGivenWhatItReads() {
    assertThat(variables("SweepFunction")).isEqualTo(FunctionConfig.VARIABLES_SWEEP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PublishFunction", "SweepFunction"})
  void paceIsTheUsualOneUnlessSaidOtherwise(String function) {
    var variables = new HashMap<String, String>();
    for (JsonNode level :
        List.of(TEMPLATE.root().at("/Globals/Function"), TEMPLATE.properties(function))) {
      level
          .at("/Environment/Variables")
          .properties()
          .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
    }

    assertThat(FunctionConfig.forPublishing(variables).pace()).isEqualTo(Pace.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "UpdateFunction, UpdateRole",
    "AdminFunction, AdminRole",
    "PublishFunction, PublishRole",
    "SweepFunction, SweepRole"
  })
  void roleAllowsEveryActionTheCodeUsesAndNothingMore(String function, String role)
      throws Exception {
    Set<String> allowed =
        Permissions.of(TEMPLATE, role).stream()
            .filter(permission -> !isForLambda(permission))
            .map(Permission::action)
            .collect(Collectors.toSet());

    assertThat(allowed).isEqualTo(AwsActions.of(GRAPH.callsLeaving(entryPoint(function))));
  }

  /** What Lambda itself does in the function's name: log, read the stream, report failures. */
  private static boolean isForLambda(Permission permission) {
    return permission.service().equals("logs")
        || permission.service().equals("sqs")
        || permission.resource().endsWith(".StreamArn");
  }

  private static Class<?> entryPoint(String function) throws ClassNotFoundException {
    return Class.forName(handler(function).substring(0, handler(function).indexOf("::")));
  }

  private static String method(String function) {
    return handler(function).substring(handler(function).indexOf("::") + 2);
  }

  private static String handler(String function) {
    return TEMPLATE.properties(function).path("Handler").asText();
  }

  /** The JVM reads its own variable; all others are for the code. */
  private static Set<String> variables(String function) {
    return Stream.of(TEMPLATE.root().at("/Globals/Function"), TEMPLATE.properties(function))
        .flatMap(level -> level.at("/Environment/Variables").properties().stream())
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("JAVA_TOOL_OPTIONS"))
        .collect(Collectors.toSet());
  }
}
