package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.update.HostUpdate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who saves hosts: a request, or a publisher or sweep, of whom nothing was asked.
 *
 * @param asked what was asked of each host
 * @param changed the hosts of which it has saved a wish so far, with the version that was
 */
record Writer(Map<Hostname, HostUpdate> asked, Map<Hostname, Long> changed) {

  static final Writer UNASKED = new Writer(Map.of(), Map.of());

  static Writer of(Map<Hostname, HostUpdate> asked) {
    return new Writer(asked, new HashMap<>());
  }

  Optional<HostUpdate> asked(Hostname hostname) {
    return Optional.ofNullable(asked.get(hostname));
  }
}
