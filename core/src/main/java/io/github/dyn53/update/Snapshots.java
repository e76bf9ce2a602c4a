package io.github.dyn53.update;

import io.github.dyn53.access.Limits;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import java.util.Collection;

/** All that one update has to know, in one look. */
public interface Snapshots {

  /**
   * The most hosts that one look may ask for: what a BatchGetItem takes, less the token and the
   * note of a storm.
   */
  int MOST_HOSTS = Limits.MOST_HOSTS;

  /**
   * Reads the newest state of a token and of hosts, in one call. A host that somebody has spoilt
   * keeps no other from being found.
   *
   * @param hostnames at most {@link #MOST_HOSTS}; the ones that do not exist are left out, and all
   *     of them where there is no such token
   * @throws io.github.dyn53.host.StateUnavailableException when it failed to read
   */
  Snapshot read(TokenHash token, Collection<Hostname> hostnames);
}
