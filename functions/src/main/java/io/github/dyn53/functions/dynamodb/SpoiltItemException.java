package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.host.StateUnavailableException;

/** An item that somebody has edited into something that can't be read. */
final class SpoiltItemException extends StateUnavailableException {

  private static final long serialVersionUID = 1L;

  private final String fault;

  SpoiltItemException(String label, String fault) {
    super("could not read the %s: %s".formatted(label, fault));
    this.fault = fault;
  }

  /** What is wrong with the item: the attribute and why, but nothing that stands in it. */
  String fault() {
    return fault;
  }
}
