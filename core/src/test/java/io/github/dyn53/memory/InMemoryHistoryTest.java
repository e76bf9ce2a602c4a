package io.github.dyn53.memory;

import io.github.dyn53.host.History;
import io.github.dyn53.host.HistoryContract;
import io.github.dyn53.host.Hosts;

class InMemoryHistoryTest extends HistoryContract {

  private final InMemoryHosts hosts = new InMemoryHosts();

  @Override
  protected Hosts hosts() {
    return hosts;
  }

  @Override
  protected History history() {
    return hosts;
  }
}
