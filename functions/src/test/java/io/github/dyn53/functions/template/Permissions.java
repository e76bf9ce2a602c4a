package io.github.dyn53.functions.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the roles of a resolved template allow, one action on one resource at a time. */
final class Permissions {

  /**
   * One action a role may do on one resource; the condition is an empty object where none is set.
   */
  record Permission(String action, String resource, JsonNode condition) {

    /** The part before the colon, as {@code dynamodb}. */
    String service() {
      return action.substring(0, action.indexOf(':'));
    }
  }

  private Permissions() {}

  /** Of the role's own policies and of those it refers to. */
  static List<Permission> of(Template template, String role) {
    JsonNode properties = template.properties(role);
    Stream<JsonNode> own =
        elements(properties.path("Policies")).map(policy -> policy.required("PolicyDocument"));
    Stream<JsonNode> attached =
        elements(properties.path("ManagedPolicyArns"))
            .map(policy -> template.properties(policy.asText()).required("PolicyDocument"));
    return Stream.concat(own, attached)
        .flatMap(document -> elements(document.required("Statement")))
        .flatMap(Permissions::each)
        .toList();
  }

  private static Stream<Permission> each(JsonNode statement) {
    if (!statement.path("Effect").asText().equals("Allow")) {
      throw new IllegalArgumentException("only reads what is allowed, not " + statement);
    }
    JsonNode condition =
        statement.has("Condition")
            ? statement.get("Condition")
            : JsonNodeFactory.instance.objectNode();
    return elements(statement.required("Action"))
        .flatMap(action ->
            elements(statement.required("Resource"))
                .map(resource -> new Permission(action.asText(), resource.asText(), condition)));
  }

  /** A list, or the one value that CloudFormation and IAM let stand for a list of one. */
  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() || node.isMissingNode()
        ? StreamSupport.stream(node.spliterator(), false)
        : Stream.of(node);
  }
}
