package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.template.Permissions.Permission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"UpdateFunction, UpdateRole", "AdminFunction, AdminRole"})
  void roleAllowsEveryActionTheCodeUsesAndNothingMore(String function, String role)
      throws Exception {
    Set<String> allowed =
        Permissions.of(TEMPLATE, role).stream()
            .filter(permission -> !permission.service().equals("logs"))
            .map(Permission::action)
            .collect(Collectors.toSet());

    assertThat(allowed).isEqualTo(AwsActions.of(GRAPH.callsLeaving(entryPoint(function))));
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
