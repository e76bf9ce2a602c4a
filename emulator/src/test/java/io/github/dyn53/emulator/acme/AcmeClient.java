package io.github.dyn53.emulator.acme;

import io.github.dyn53.emulator.clients.RunningProgram;
import java.nio.file.Path;

/** A program that gets certificates and proves with dyn53 that the name is its own. */
interface AcmeClient {

  /** Starts an order for the name and its wildcard, with an account of its own. */
  RunningProgram order(Order order);

  /** Starts a renewal of what {@link #order} got. */
  RunningProgram renew(Order order);

  /** Where the certificate is then, followed by those that signed it. */
  Path chain(Order order);
}
