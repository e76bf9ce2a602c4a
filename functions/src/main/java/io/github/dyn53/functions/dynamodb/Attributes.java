package io.github.dyn53.functions.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an item that is written, those that are to be absent among them. */
final class Attributes {

  private final Map<String, Optional<AttributeValue>> values = new LinkedHashMap<>();

  Attributes text(String name, String text) {
    return put(name, Optional.of(string(text)));
  }

  Attributes text(String name, Optional<String> text) {
    return put(name, text.map(Attributes::string));
  }

  Attributes instant(String name, Optional<Instant> instant) {
    return text(name, instant.map(Instant::toString));
  }

  Attributes number(String name, long number) {
    return put(name, Optional.of(numeric(number)));
  }

  Attributes number(String name, Optional<Long> number) {
    return put(name, number.map(Attributes::numeric));
  }

  Attributes flag(String name, boolean flag) {
    return put(name, Optional.of(AttributeValue.builder().bool(flag).build()));
  }

  /** A set of texts; DynamoDB has no empty sets, so that an empty one is absent. */
  Attributes set(String name, Collection<String> texts) {
    return put(
        name,
        texts.isEmpty()
            ? Optional.empty()
            : Optional.of(AttributeValue.builder().ss(texts).build()));
  }

  /** Texts in their order. */
  Attributes texts(String name, Collection<String> texts) {
    return put(
        name,
        Optional.of(
            AttributeValue.builder().l(texts.stream().map(Attributes::string).toList()).build()));
  }

  Attributes map(String name, Attributes attributes) {
    return put(name, Optional.of(AttributeValue.builder().m(attributes.present()).build()));
  }

  Attributes list(String name, Collection<Attributes> maps) {
    var list = maps.stream().map(map -> AttributeValue.builder().m(map.present()).build()).toList();
    return put(name, Optional.of(AttributeValue.builder().l(list).build()));
  }

  private Attributes put(String name, Optional<AttributeValue> value) {
    values.put(name, value);
    return this;
  }

  /** The attributes that have a value. */
  Map<String, AttributeValue> present() {
    Map<String, AttributeValue> present = new LinkedHashMap<>();
    values.forEach((name, value) -> value.ifPresent(v -> present.put(name, v)));
    return present;
  }

  /** Every attribute, with nothing for those that are to be absent. */
  Map<String, Optional<AttributeValue>> all() {
    return values;
  }

  static AttributeValue string(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue numeric(long number) {
    return AttributeValue.builder().n(Long.toString(number)).build();
  }
}
