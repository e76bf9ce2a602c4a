package io.github.dyn53.update;

import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param token the token, if there is one
 * @param found what was found of the hosts, whether or not the token may update them
 * @param stormUntil when the last storm that was noted ends, or ended
 */
public record Snapshot(Optional<Token> token, FoundHosts found, Optional<Instant> stormUntil) {

  /** What is found where there is no such token: nothing. */
  public static final Snapshot UNKNOWN =
      new Snapshot(Optional.empty(), FoundHosts.NONE, Optional.empty());

  /** The hosts that exist and can be read. */
  public Map<Hostname, Host> hosts() {
    return found.hosts();
  }
}
