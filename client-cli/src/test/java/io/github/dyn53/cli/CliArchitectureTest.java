package io.github.dyn53.cli;

import io.github.dyn53.ArchitectureContract;

/** Holds the companion to the table of docs/architecture.md. */
class CliArchitectureTest extends ArchitectureContract {

  CliArchitectureTest() {
    super("client-cli", BASE + "cli");
  }
}
