package io.github.dyn53.memory;

import io.github.dyn53.access.Tokens;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.update.Snapshots;
import io.github.dyn53.update.SnapshotsContract;

class InMemorySnapshotsTest extends SnapshotsContract {

  private final InMemoryTokens tokens = new InMemoryTokens();
  private final InMemoryHosts hosts = new InMemoryHosts();
  private final InMemorySnapshots snapshots =
      new InMemorySnapshots(tokens, hosts, new InMemoryStorms());

  @Override
  protected Snapshots snapshots() {
    return snapshots;
  }

  @Override
  protected Tokens tokens() {
    return tokens;
  }

  @Override
  protected Hosts hosts() {
    return hosts;
  }

  @Override
  protected void spoil(Hostname hostname) {
    hosts.spoil(hostname, "told to be spoilt");
  }
}
