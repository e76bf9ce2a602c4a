package io.github.dyn53.emulator;

/** An emulator that is up: where it can be found, until it is closed. */
interface RunningEmulator extends AutoCloseable {

  /** Its addresses, a host and a token. */
  ReadyFile ready();

  @Override
  void close();
}
