package io.github.dyn53.emulator.dns;

/** A bound socket; running it answers queries until it is closed. */
interface Listener extends Runnable, AutoCloseable {
  @Override
  void close();
}
