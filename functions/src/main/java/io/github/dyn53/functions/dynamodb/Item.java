package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.host.StateUnavailableException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that is read. One that somebody has spoilt by hand is reported by table, key and
 * attribute, and never taken for something else.
 *
 * @param label what it is, such as {@code host home.example.com}
 * @param attributes as DynamoDB returned them
 */
record Item(String label, Map<String, AttributeValue> attributes) {

  Item {
    attributes = Map.copyOf(attributes);
  }

  /** An attribute of text, read by a function that throws for text it can't read. */
  <T> T read(String name, Function<String, T> reader) {
    return find(name, reader).orElseThrow(() -> spoilt(name));
  }

  /** The same for an attribute that may be absent. */
  <T> Optional<T> find(String name, Function<String, T> reader) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      return Optional.empty();
    }
    String text = value.s() == null ? value.n() : value.s();
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
      throw spoilt(name);
    }
  }

  String text(String name) {
    return read(name, text -> text);
  }

  long number(String name) {
    return read(name, Long::parseLong);
  }

  boolean isTrue(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  Optional<Instant> instant(String name) {
    return find(name, Instant::parse);
  }

  /** A set or list of texts; an absent one is empty. */
  List<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      return List.of();
    }
    return value.hasL() ? value.l().stream().map(AttributeValue::s).toList() : value.ss();
  }

  /** A map inside the item; an absent one is empty. */
  Item map(String name) {
    AttributeValue value = attributes.get(name);
    return new Item(label + " " + name, value == null ? new HashMap<>() : value.m());
  }

  /** A list of maps inside the item; an absent one is empty. */
  List<Item> maps(String name) {
    AttributeValue value = attributes.get(name);
    return value == null
        ? List.of()
        : value.l().stream().map(map -> new Item(label + " " + name, map.m())).toList();
  }

  StateUnavailableException spoilt(String name) {
    return new StateUnavailableException(
        "could not read the attribute \"%s\" of %s".formatted(name, label));
  }
}
