package io.github.dyn53.host;

import io.github.dyn53.dns.Hostname;
import java.util.Collection;
import java.util.List;

/**
 * The hosts and what is wanted of each. One that somebody has spoilt keeps no other from being
 * found.
 */
public interface Hosts {

  /** The most hosts that one read may ask for. */
  int MOST_READ = 100;

  /** The most hosts that one save may hold. */
  int MOST_SAVED = 50;

  /**
   * Reads the newest state of these hosts; the ones that do not exist are left out.
   *
   * @param hostnames at most {@link #MOST_READ}
   * @throws StateUnavailableException when it failed to read them
   */
  FoundHosts read(Collection<Hostname> hostnames);

  /**
   * All hosts, in no order. May miss what was written a moment ago.
   *
   * @throws StateUnavailableException when it failed to read them
   */
  FoundHosts list();

  /**
   * Writes these hosts and their history, all or none: each only if the stored version is the one
   * before it (and version 1 only if there is no such host).
   *
   * @param saves one save a host, at most {@link #MOST_SAVED}
   * @return false when another writer came first; then nothing was written
   * @throws StateUnavailableException when the write could not be confirmed: it may have happened
   */
  boolean save(List<HostSave> saves);

  /**
   * Forgets a host with its last line of history, only if the stored version is the one before.
   *
   * @return false when another writer came first; then nothing was removed
   * @throws StateUnavailableException when the removal could not be confirmed
   */
  boolean remove(HostSave last);
}
