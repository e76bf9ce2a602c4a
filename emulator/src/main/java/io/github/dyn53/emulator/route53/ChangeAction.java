package io.github.dyn53.emulator.route53;

import java.util.Arrays;
import java.util.Optional;

/** What a change of a batch does with its record set. */
enum ChangeAction {
  /** Adds a set that must not be there yet. */
  CREATE,
  /** Removes a set that must be there exactly as given. */
  DELETE,
  /** Adds or replaces a set. */
  UPSERT;

  static Optional<ChangeAction> named(String name) {
    return Arrays.stream(values()).filter(action -> action.name().equals(name)).findFirst();
  }

  /** How often the elements, the characters and the change count against the service's limits. */
  int weight() {
    return this == UPSERT ? 2 : 1;
  }
}
