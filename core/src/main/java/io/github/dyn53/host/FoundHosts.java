package io.github.dyn53.host;

import io.github.dyn53.dns.Hostname;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of hosts that were looked for.
 *
 * @param hosts the ones that exist, by their names
 * @param spoilt the ones that can't be read; they are in no other place
 */
public record FoundHosts(Map<Hostname, Host> hosts, List<SpoiltHost> spoilt) {

  /** Nothing. */
  public static final FoundHosts NONE = new FoundHosts(Map.of(), List.of());

  public FoundHosts {
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    spoilt = List.copyOf(spoilt);
  }

  /** A host of this name that can be read. */
  public Optional<Host> host(Hostname hostname) {
    return Optional.ofNullable(hosts.get(hostname));
  }

  /** A host of this name that can't. */
  public Optional<SpoiltHost> spoilt(Hostname hostname) {
    return spoilt.stream().filter(host -> host.name().equals(hostname.value())).findFirst();
  }
}
