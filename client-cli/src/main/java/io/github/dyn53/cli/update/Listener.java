package io.github.dyn53.cli.update;

/** Port: is told of what happened, and must not take long. */
public interface Listener {

  /** Takes note. */
  void happened(Event event);
}
