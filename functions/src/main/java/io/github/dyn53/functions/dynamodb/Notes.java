package io.github.dyn53.functions.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items of the table Hosts that are no hosts: kept there so that one call reads them with hosts,
 * and to need no table more. Their names begin with a character that no hostname begins with.
 */
final class Notes {

  private static final String MARK = "!";

  private Notes() {}

  static Map<String, AttributeValue> key(String name) {
    return Map.of(HostItem.NAME, Attributes.string(MARK + name));
  }

  /** Whether an item is a note. */
  static boolean isNote(Map<String, AttributeValue> attributes) {
    String name = attributes.getOrDefault(HostItem.NAME, Attributes.string("")).s();
    return name != null && name.startsWith(MARK);
  }
}
