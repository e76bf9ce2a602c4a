package io.github.dyn53.functions.dynamodb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that is read. One that somebody has spoilt by hand is reported by table, key and
 * attribute, and never taken for something else.
 *
 * @param label what it is, such as {@code host home.example.com}
 * @param path where in the item this part of it is, such as {@code wanted.}; empty for all of it
 * @param attributes as DynamoDB returned them
 */
record Item(String label, String path, Map<String, AttributeValue> attributes) {

  /** Long after whatever is stored, and far enough from the end of time to count on from there. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  Item {
    attributes = Map.copyOf(attributes);
  }

  Item(String label, Map<String, AttributeValue> attributes) {
    this(label, "", attributes);
  }

  /** An attribute of text, read by a function that throws for text it can't read. */
  <T> T read(String name, Function<String, T> reader) {
    return find(name, reader).orElseThrow(() -> spoilt(name, "is missing"));
  }

  /** The same for an attribute that may be absent. */
  <T> Optional<T> find(String name, Function<String, T> reader) {
    return value(name).map(value -> read(name, text(name, value), reader));
  }

  private <T> T read(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw spoilt(name);
    }
  }

  private String text(String name, AttributeValue value) {
    return Optional.ofNullable(value.s())
        .or(() -> Optional.ofNullable(value.n()))
        .orElseThrow(() -> spoilt(name, "is neither a string nor a number"));
  }

  String text(String name) {
    return read(name, text -> text);
  }

  long number(String name) {
    return read(name, Long::parseLong);
  }

  /** A flag; an absent one is false. */
  boolean isTrue(String name) {
    return value(name)
        .map(value ->
            Optional.ofNullable(value.bool()).orElseThrow(() -> spoilt(name, "is not a boolean")))
        .orElse(false);
  }

  Instant time(String name) {
    return read(name, Item::instantOf);
  }

  Optional<Instant> instant(String name) {
    return find(name, Item::instantOf);
  }

  private static Instant instantOf(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException("not of our time: " + text);
    }
    return instant;
  }

  /** A set or list of texts; an absent one is empty. */
  List<String> texts(String name) {
    return value(name).map(value -> texts(name, value)).orElse(List.of());
  }

  private List<String> texts(String name, AttributeValue value) {
    Stream<String> texts =
        value.hasL() ? value.l().stream().map(AttributeValue::s) : value.ss().stream();
    if (!value.hasL() && !value.hasSs()) {
      throw spoilt(name, "is not a set of strings");
    }
    return texts.map(text -> Optional.ofNullable(text).orElseThrow(() -> spoilt(name))).toList();
  }

  /** A map inside the item. */
  Item map(String name) {
    return value(name)
        .map(value -> inside(name, value))
        .orElseThrow(() -> spoilt(name, "is missing"));
  }

  /** A list of maps inside the item; an absent one is empty. */
  List<Item> maps(String name) {
    return value(name).map(value -> maps(name, value)).orElse(List.of());
  }

  private List<Item> maps(String name, AttributeValue list) {
    if (!list.hasL()) {
      throw spoilt(name, "is not a list");
    }
    return IntStream.range(0, list.l().size())
        .mapToObj(i -> inside("%s[%d]".formatted(name, i), list.l().get(i)))
        .toList();
  }

  private Item inside(String name, AttributeValue map) {
    if (!map.hasM()) {
      throw spoilt(name, "is not a map");
    }
    return new Item(label, path + name + ".", map.m());
  }

  private Optional<AttributeValue> value(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  SpoiltItemException spoilt(String name) {
    return spoilt(name, "is not valid");
  }

  private SpoiltItemException spoilt(String name, String fault) {
    return new SpoiltItemException(label, "the attribute \"%s%s\" %s".formatted(path, name, fault));
  }
}
