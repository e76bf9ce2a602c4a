package io.github.dyn53.update;

import io.github.dyn53.dns.Hostname;
import java.time.Duration;
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
   * @param hosts one outcome for each host that was named
   * @param publishing how long the zones and the confirm took
   */
  record Done(Map<Hostname, HostOutcome> hosts, Duration publishing) implements UpdateOutcome {
    public Done {
      hosts = Map.copyOf(hosts);
    }
  }
}
