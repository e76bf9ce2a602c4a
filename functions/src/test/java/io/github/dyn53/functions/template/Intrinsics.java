package io.github.dyn53.functions.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Works out intrinsic functions as CloudFormation does. What only a deployed stack knows stays a
 * readable stand-in: {@code HostsTable} for a Ref, {@code HostsTable.Arn} for a GetAtt.
 */
final class Intrinsics {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode NO_VALUE = MissingNode.getInstance();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final JsonNode template;
  private final Map<String, JsonNode> values = new HashMap<>();

  Intrinsics(JsonNode template, Map<String, String> parameters) {
    this.template = template;
    template
        .path("Parameters")
        .properties()
        .forEach(parameter -> {
          String value =
              parameters.getOrDefault(
                  parameter.getKey(), parameter.getValue().path("Default").asText());
          boolean list = parameter.getValue().path("Type").asText().startsWith("List<");
          values.put(parameter.getKey(), list ? split(",", value) : JSON.textNode(value));
        });
    values.put("AWS::NoValue", NO_VALUE);
  }

  JsonNode resolve(JsonNode node) {
    return switch (node) {
      case ArrayNode array -> resolveEach(array);
      case ObjectNode object when object.size() == 1 -> resolveCall(object);
      case ObjectNode object -> resolveFields(object);
      default -> node;
    };
  }

  private JsonNode resolveCall(ObjectNode call) {
    var function = call.properties().iterator().next();
    JsonNode arguments = function.getValue();
    return switch (function.getKey()) {
      case "Ref" -> reference(arguments.asText());
      case "Fn::GetAtt" -> JSON.textNode(join(".", arguments));
      case "Fn::Sub" -> substitute(arguments);
      case "Fn::Join" -> JSON.textNode(join(arguments.get(0).asText(), resolve(arguments.get(1))));
      case "Fn::Split" -> split(arguments.get(0).asText(), resolve(arguments.get(1)).asText());
      case "Fn::If" -> resolve(arguments.get(holds(arguments.get(0)) ? 1 : 2));
      default -> resolveFields(call);
    };
  }

  private JsonNode reference(String name) {
    return values.getOrDefault(name, JSON.textNode(name));
  }

  private JsonNode substitute(JsonNode arguments) {
    JsonNode text = arguments.isArray() ? arguments.get(0) : arguments;
    JsonNode own = arguments.isArray() ? resolve(arguments.get(1)) : JSON.objectNode();
    return JSON.textNode(
        PLACEHOLDER
            .matcher(text.asText())
            .replaceAll(match -> {
              JsonNode value = own.path(match.group(1));
              return Matcher.quoteReplacement(
                  (value.isMissingNode() ? reference(match.group(1)) : value).asText());
            }));
  }

  private boolean holds(JsonNode condition) {
    JsonNode definition =
        condition instanceof TextNode
            ? template.path("Conditions").required(condition.asText())
            : condition;
    if (definition.has("Fn::Not")) {
      return !holds(definition.get("Fn::Not").get(0));
    }
    JsonNode operands = definition.required("Fn::Equals");
    return resolve(operands.get(0)).equals(resolve(operands.get(1)));
  }

  private ArrayNode resolveEach(ArrayNode array) {
    var resolved = JSON.arrayNode();
    array.forEach(element -> {
      JsonNode value = resolve(element);
      if (!value.isMissingNode()) {
        resolved.add(value);
      }
    });
    return resolved;
  }

  private ObjectNode resolveFields(ObjectNode object) {
    var resolved = JSON.objectNode();
    object
        .properties()
        .forEach(field -> {
          JsonNode value = resolve(field.getValue());
          if (!value.isMissingNode()) {
            resolved.set(field.getKey(), value);
          }
        });
    return resolved;
  }

  private static String join(String delimiter, JsonNode parts) {
    return StreamSupport.stream(parts.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(delimiter));
  }

  private static ArrayNode split(String delimiter, String text) {
    var parts = JSON.arrayNode();
    for (String part : text.split(Pattern.quote(delimiter), -1)) {
      parts.add(part);
    }
    return parts;
  }
}
