package io.github.dyn53.memory;

import io.github.dyn53.publish.Turns;
import io.github.dyn53.publish.TurnsContract;

class InMemoryTurnsTest extends TurnsContract {

  private final InMemoryTurns turns = new InMemoryTurns();

  @Override
  protected Turns turns() {
    return turns;
  }
}
