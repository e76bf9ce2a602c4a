package io.github.dyn53.cli.state;

import io.github.dyn53.dns.Hostname;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of all hosts. */
public record State(Map<Hostname, HostState> hosts) {

  /** Nothing is known. */
  public static final State EMPTY = new State(Map.of());

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
    return new State(changed);
  }

  /** The same by a clock that shows {@code now}. */
  public State asOf(Instant now) {
    boolean ahead = false;
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
    return new State(changed);
  }
}
