package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import java.util.Map;
import java.util.Set;

/**
 * What came of a backlog. A host that was settled, or that somebody else holds, is in neither part.
 *
 * @param publications what came of each host whose lease was taken
 * @param left the hosts that have to be tried again: their state could not be read or written, or
 *     no time was left
 */
public record BacklogReport(Map<Hostname, Publication> publications, Set<Hostname> left) {

  public BacklogReport {
    publications = Map.copyOf(publications);
    left = Set.copyOf(left);
  }

  /** How many hosts came to this. */
  public long count(Class<? extends Publication> kind) {
    return publications.values().stream().filter(kind::isInstance).count();
  }
}
