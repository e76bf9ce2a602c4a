package io.github.dyn53.simulation;

/** Ends an actor where it stands, as the end of its process would: nothing may catch it. */
final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  Killed(String actor) {
    super(actor + " was killed", null, false, false);
  }
}
