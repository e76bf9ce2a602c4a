package io.github.dyn53.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.TemplateFile;
import io.github.dyn53.emulator.stream.EventSourceMapping.StartingPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The emulator leads hosts to the publisher as the deployment does. */
class TemplateMappingTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void leadsHostsToPublisherAsTemplateDeclares() throws IOException {
    JsonNode declared =
        TemplateFile.read()
            .resource("PublishFunction")
            .required("Properties")
            .required("Events")
            .required("HandedOver")
            .required("Properties");

    EventSourceMapping emulated = EventSourceMapping.HOSTS_TO_PUBLISHER;

    assertThat(
            new EventSourceMapping(
                StartingPosition.valueOf(declared.required("StartingPosition").asText()),
                declared.required("BatchSize").asInt(),
                declared.required("MaximumBatchingWindowInSeconds").asInt(),
                declared.required("MaximumRetryAttempts").asInt(),
                declared.required("MaximumRecordAgeInSeconds").asInt(),
                declared.required("BisectBatchOnFunctionError").asBoolean(),
                texts(declared.required("FunctionResponseTypes")),
                emulated.filterCriteria()))
        .isEqualTo(emulated);
    assertThat(patterns(declared.at("/FilterCriteria/Filters")))
        .isEqualTo(emulated.filterCriteria().stream().map(TemplateMappingTest::json).toList());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<JsonNode> patterns(JsonNode filters) {
    List<JsonNode> patterns = new ArrayList<>();
    filters.forEach(filter -> patterns.add(json(filter.required("Pattern").asText())));
    return patterns;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
