package io.github.dyn53.emulator.route53;

import java.util.List;

/**
 * One change of a batch as it was asked for: its name and values are still unread text.
 *
 * @param ttl in seconds
 */
record RecordSetChange(
    ChangeAction action, String name, RecordType type, long ttl, List<String> values) {
  RecordSetChange {
    values = List.copyOf(values);
  }

  int elements() {
    return action.weight() * values.size();
  }

  int characters() {
    return action.weight() * values.stream().mapToInt(String::length).sum();
  }
}
