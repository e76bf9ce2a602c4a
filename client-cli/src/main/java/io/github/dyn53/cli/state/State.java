package io.github.dyn53.cli.state;

import io.github.dyn53.dns.Hostname;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of all hosts.
 *
 * @param checkip why the endpoint is not asked for the address now
 */
public record State(Map<Hostname, HostState> hosts, Optional<HoldOff> checkip) {

  /** Nothing is known. */
  public static final State EMPTY = new State(Map.of(), Optional.empty());

  public State {
    hosts = Map.copyOf(hosts);
  }

  /** What is known of a host. */
  public HostState of(Hostname host) {
    return hosts.getOrDefault(host, HostState.NEW);
  }

  /** The same with this of one host. */
  public State with(Hostname host, HostState state) {
    var changed = new LinkedHashMap<>(hosts);
    changed.put(host, state);
    return new State(changed, checkip);
  }

  /** The same with this about the question for the address. */
  public State with(Optional<HoldOff> checkip) {
    return new State(hosts, checkip);
  }

  /** The same by a clock that shows {@code now}. */
  public State asOf(Instant now) {
    boolean ahead = isAhead(now);
    for (HostState host : hosts.values()) {
      ahead |= host.isAhead(now);
    }
    return ahead ? setBack(now) : this;
  }

  private State setBack(Instant now) {
    var changed = new LinkedHashMap<Hostname, HostState>();
    for (Map.Entry<Hostname, HostState> host : hosts.entrySet()) {
      changed.put(host.getKey(), host.getValue().asOf(now));
    }
    return new State(changed, isAhead(now) ? Optional.empty() : checkip);
  }

  private boolean isAhead(Instant now) {
    return checkip.isPresent() && checkip.get().isAhead(now);
  }
}
