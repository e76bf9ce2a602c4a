package io.github.dyn53.bench;

import java.util.List;

/**
 * A handler and how it is started.
 *
 * @param name what the figures call it
 * @param command the program and its arguments
 */
record Contestant(String name, List<String> command) {

  Contestant {
    command = List.copyOf(command);
  }

  boolean isJava() {
    return name.startsWith("Java");
  }
}
