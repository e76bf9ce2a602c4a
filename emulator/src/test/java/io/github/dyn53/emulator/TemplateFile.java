package io.github.dyn53.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/**
 * {@code template.yaml}, as far as it is written out: CloudFormation's functions are left empty.
 */
public final class TemplateFile {

  private final JsonNode resources;

  private TemplateFile(JsonNode resources) {
    this.resources = resources;
  }

  /** Reads that of this repository. */
  public static TemplateFile read() throws IOException {
    String template = Files.readString(Path.of("..", "template.yaml"));
    Object read = new Yaml(new WithoutTags()).load(template);
    return new TemplateFile(new JsonMapper().valueToTree(read).required("Resources"));
  }

  /** A resource by its logical id. */
  public JsonNode resource(String logicalId) {
    return resources.required(logicalId);
  }

  /** The logical ids of all resources of a type. */
  public Stream<String> logicalIds(String type) {
    return resources.properties().stream()
        .filter(resource -> resource.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey);
  }

  private static final class WithoutTags extends SafeConstructor {
    WithoutTags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return Map.of();
            }
          });
    }
  }
}
