package io.github.dyn53.functions.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * A CloudFormation template, before or after SAM's transform, with every intrinsic function in its
 * long form.
 */
record Template(JsonNode root) {

  /** The template of this repository; Surefire runs in the module's folder. */
  static final Path FILE = Path.of("..", "template.yaml");

  static Template ofRepository() {
    try (var reader = Files.newBufferedReader(FILE)) {
      return new Template(
          new ObjectMapper().valueToTree(new Yaml(new TemplateReader()).load(reader)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What CloudFormation would make of it for these parameters; the others keep their defaults. */
  Template with(Map<String, String> parameters) {
    return new Template(new Intrinsics(root, parameters).resolve(root));
  }

  JsonNode resource(String name) {
    return root.path("Resources").required(name);
  }

  JsonNode properties(String resource) {
    return resource(resource).required("Properties");
  }

  /** The names of all resources whose type begins so. */
  List<String> named(String typePrefix) {
    return root.path("Resources").properties().stream()
        .filter(resource -> resource.getValue().path("Type").asText().startsWith(typePrefix))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
