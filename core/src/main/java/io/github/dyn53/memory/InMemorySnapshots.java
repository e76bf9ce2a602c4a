package io.github.dyn53.memory;

import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import java.util.Collection;

/** One look at the tokens and hosts in memory. */
public final class InMemorySnapshots implements Snapshots {

  private final InMemoryTokens tokens;
  private final InMemoryHosts hosts;

  public InMemorySnapshots(InMemoryTokens tokens, InMemoryHosts hosts) {
    this.tokens = tokens;
    this.hosts = hosts;
  }

  @Override
  public Snapshot read(TokenHash token, Collection<Hostname> hostnames) {
    return new Snapshot(tokens.find(token), hosts.read(hostnames));
  }
}
