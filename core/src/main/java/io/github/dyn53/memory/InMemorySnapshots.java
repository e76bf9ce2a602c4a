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
  private final InMemoryStorms storms;

  public InMemorySnapshots(InMemoryTokens tokens, InMemoryHosts hosts, InMemoryStorms storms) {
    this.tokens = tokens;
    this.hosts = hosts;
    this.storms = storms;
  }

  @Override
  public Snapshot read(TokenHash token, Collection<Hostname> hostnames) {
    return new Snapshot(tokens.find(token), hosts.read(hostnames), storms.until());
  }
}
