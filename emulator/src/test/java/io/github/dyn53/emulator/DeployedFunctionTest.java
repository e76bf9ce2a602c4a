package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The emulator's functions are those of the deployment. */
class DeployedFunctionTest {

  @Test
  void emulatorHasEveryFunctionOfTemplate() throws IOException {
    assertThat(Stream.of(DeployedFunction.values()).map(DeployedFunction::logicalId))
        .containsExactlyInAnyOrderElementsOf(
            TemplateFile.read().logicalIds("AWS::Serverless::Function").toList());
  }

  @ParameterizedTest
  @EnumSource
  void runsAsTemplateSays(DeployedFunction function) throws IOException {
    JsonNode declared = TemplateFile.read().resource(function.logicalId()).required("Properties");

    assertThat(declared.path("Handler").asText()).isEqualTo(function.handler() + "::handleRequest");
    assertThat(declared.path("Timeout").asLong()).isEqualTo(function.timeout().toSeconds());
  }
}
