package io.github.dyn53.emulator.clients;

/** How a client reaches the emulator. */
public enum Transport {
  HTTP,
  HTTPS
}
