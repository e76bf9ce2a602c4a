package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.SpoiltHost;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a backlog. A host that was settled, or that somebody else holds, is in no part.
 *
 * @param publications what came of each host whose lease was taken
 * @param left the hosts that have to be tried again: their state could not be read or written, or
 *     no time was left
 * @param spoilt the hosts that nobody can publish until an owner has mended them
 */
public record BacklogReport(
    Map<Hostname, Publication> publications, Set<Hostname> left, List<SpoiltHost> spoilt) {

  public BacklogReport {
    publications = Map.copyOf(publications);
    left = Set.copyOf(left);
    spoilt = List.copyOf(spoilt);
  }

  /** How many hosts came to this. */
  public long count(Class<? extends Publication> kind) {
    return publications.values().stream().filter(kind::isInstance).count();
  }
}
