package io.github.dyn53.update;

import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param token the token, if there is one
 * @param hosts the hosts that exist, whether or not the token may update them
 * @param stormUntil when the last storm that was noted ends, or ended
 */
public record Snapshot(
    Optional<Token> token, Map<Hostname, Host> hosts, Optional<Instant> stormUntil) {

  /** What is found where there is no such token: nothing. */
  public static final Snapshot UNKNOWN = new Snapshot(Optional.empty(), Map.of(), Optional.empty());

  public Snapshot {
    hosts = Map.copyOf(hosts);
  }
}
