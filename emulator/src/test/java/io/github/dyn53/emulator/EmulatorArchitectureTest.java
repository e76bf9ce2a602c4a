package io.github.dyn53.emulator;

import io.github.dyn53.ArchitectureContract;

/** Holds the emulator to the table of docs/architecture.md. */
class EmulatorArchitectureTest extends ArchitectureContract {

  EmulatorArchitectureTest() {
    super("emulator", BASE + "emulator");
  }
}
