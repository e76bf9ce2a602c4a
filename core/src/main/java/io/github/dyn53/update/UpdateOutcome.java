package io.github.dyn53.update;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Challenge;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of a request as a whole. */
public sealed interface UpdateOutcome {

  /** No such token, or not at this time or from this address; nothing was looked at. */
  record Unauthenticated() implements UpdateOutcome {}

  /**
   * The state could not be read or written: whether anything changed is not known.
   *
   * @param reason for the log
   */
  record Unavailable(String reason) implements UpdateOutcome {}

  /**
   * The token was good; each host has an outcome of its own.
   *
   * @param hosts one outcome for each host that was named, or that the token is for where none was,
   *     in that order; that of one which has followers speaks for all of them; none where a label
   *     leaves open which host it is
   * @param followers what came of each host that followed one of these
   * @param added the challenge that each host has of the value which was to be added to it
   * @param publishing how long the zones and the confirm took
   */
  record Done(
      Map<Hostname, HostOutcome> hosts,
      Map<Hostname, HostOutcome> followers,
      Map<Hostname, Challenge> added,
      Duration publishing)
      implements UpdateOutcome {
    public Done {
      hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
      added = Map.copyOf(added);
      followers = Collections.unmodifiableMap(new LinkedHashMap<>(followers));
    }
  }
}
