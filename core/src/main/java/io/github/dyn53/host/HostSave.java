package io.github.dyn53.host;

import java.util.Optional;

/**
 * A host to be saved, and the line of history that goes with it.
 *
 * @param host the next version of the host
 * @param change what is written to its history in the same transaction
 */
public record HostSave(Host host, Optional<Change> change) {

  /** A save that history need not know of. */
  public static HostSave silent(Host host) {
    return new HostSave(host, Optional.empty());
  }

  /** A save with its line of history. */
  public static HostSave recorded(Host host, Change change) {
    return new HostSave(host, Optional.of(change));
  }
}
