package io.github.dyn53.cli;

import io.github.dyn53.cli.update.Event;
import io.github.dyn53.cli.update.Listener;

/** Writes each event for the program that follows a watch, before others are told. */
record EventLines(JsonLog log, Listener others) implements Listener {

  @Override
  public void happened(Event event) {
    log.happened(event);
    others.happened(event);
  }
}
