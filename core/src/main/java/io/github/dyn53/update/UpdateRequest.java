package io.github.dyn53.update;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client asks for, whatever protocol it spoke.
 *
 * @param secret what it showed to be let in
 * @param source the address the request came from
 * @param client the program, as it calls itself
 * @param updates what it asks of each host; the first counts where a host is named twice
 * @param labels what it asks of hosts that it names by one label; where the token leaves open which
 *     host one of them is, nothing is asked of any
 * @param unnamed what it asks, where it names no host, of those that its token is for
 */
public record UpdateRequest(
    Secret secret,
    IpAddress source,
    String client,
    List<HostUpdate> updates,
    List<LabelUpdate> labels,
    Optional<Map<Family, AddressChange>> unnamed) {

  public UpdateRequest {
    updates = List.copyOf(updates);
    labels = List.copyOf(labels);
    unnamed = unnamed.map(Map::copyOf);
  }

  /** A request that names its hosts, or none at all. */
  public UpdateRequest(Secret secret, IpAddress source, String client, List<HostUpdate> updates) {
    this(secret, source, client, updates, Optional.empty());
  }

  /** A request that names hosts in full or not at all. */
  public UpdateRequest(
      Secret secret,
      IpAddress source,
      String client,
      List<HostUpdate> updates,
      Optional<Map<Family, AddressChange>> unnamed) {
    this(secret, source, client, updates, List.of(), unnamed);
  }

  /** The hosts that it is about unless the token says otherwise. */
  public List<Hostname> named() {
    return Stream.concat(
            updates.stream().map(HostUpdate::hostname),
            labels.stream().flatMap(update -> update.usual().stream()))
        .toList();
  }
}
