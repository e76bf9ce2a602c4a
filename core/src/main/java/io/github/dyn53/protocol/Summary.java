package io.github.dyn53.protocol;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is worth knowing of a request once it is answered. It holds no secret.
 *
 * @param outcome the word of each reply line, once each, such as {@code good} or {@code
 *     good,nohost}; for other doors the name of what was served
 * @param verdicts what became of each reply line of an update, and of each host that followed one
 *     and has no line; empty for other doors
 * @param hosts the hosts that were named and have valid names
 * @param families the address families that were named
 * @param notes what went wrong, in words for the owner
 * @param publishing how long Route 53 and the confirm took
 */
public record Summary(
    String outcome,
    List<Verdict> verdicts,
    List<Hostname> hosts,
    Set<Family> families,
    List<String> notes,
    Duration publishing) {

  public Summary {
    verdicts = List.copyOf(verdicts);
    hosts = List.copyOf(hosts);
    families = Set.copyOf(families);
    notes = List.copyOf(notes);
  }

  /** The summary of a request that was no update. */
  static Summary served(String what) {
    return new Summary(what, List.of(), List.of(), Set.of(), List.of(), Duration.ZERO);
  }

  /** How many lines of the reply, and hosts without one, came to this. */
  public long count(Verdict verdict) {
    return verdicts.stream().filter(verdict::equals).count();
  }
}
