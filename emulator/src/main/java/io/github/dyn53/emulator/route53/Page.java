package io.github.dyn53.emulator.route53;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page of a list.
 *
 * @param next the first item of the next page; empty on the last one
 * @param maxItems how many items the page may have
 */
record Page<T>(List<T> items, Optional<T> next, int maxItems) {
  static <T> Page<T> of(Stream<T> all, int maxItems) {
    var items = all.limit(maxItems + 1L).toList();
    if (items.size() <= maxItems) {
      return new Page<>(items, Optional.empty(), maxItems);
    }
    return new Page<>(items.subList(0, maxItems), Optional.of(items.getLast()), maxItems);
  }

  Xml isTruncated() {
    return Xml.text("IsTruncated", Boolean.toString(next.isPresent()));
  }

  Xml describeMaxItems() {
    return Xml.number("MaxItems", maxItems);
  }
}
