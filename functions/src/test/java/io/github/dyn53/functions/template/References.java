package io.github.dyn53.functions.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a part of a template refers to. */
final class References {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

  private References() {}

  /** The template's parameters named by a Ref, a Sub or the condition of an If, at any depth. */
  static Set<String> parameters(Template template, JsonNode part) {
    var found = new TreeSet<String>();
    part.properties().forEach(field -> found.addAll(named(template, field)));
    part.forEach(child -> found.addAll(parameters(template, child)));
    found.removeIf(name -> !template.root().path("Parameters").has(name));
    return found;
  }

  private static Set<String> named(Template template, Map.Entry<String, JsonNode> field) {
    return switch (field.getKey()) {
      case "Ref" -> Set.of(field.getValue().asText());
      case "Fn::Sub" ->
          PLACEHOLDER
              .matcher(field.getValue().toString())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      case "Fn::If" ->
          parameters(
              template, template.root().path("Conditions").path(field.getValue().path(0).asText()));
      default -> Set.of();
    };
  }
}
