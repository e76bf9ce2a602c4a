package io.github.dyn53.update;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for, whatever protocol it spoke.
 *
 * @param secret what it showed to be let in
 * @param source the address the request came from
 * @param client the program, as it calls itself
 * @param updates what it asks of each host; the first counts where a host is named twice
 * @param unnamed what it asks, where it names no host, of those that its token is for
 */
public record UpdateRequest(
    Secret secret,
    IpAddress source,
    String client,
    List<HostUpdate> updates,
    Optional<Map<Family, AddressChange>> unnamed) {

  public UpdateRequest {
    updates = List.copyOf(updates);
    unnamed = unnamed.map(Map::copyOf);
  }

  /** A request that names its hosts, or none at all. */
  public UpdateRequest(Secret secret, IpAddress source, String client, List<HostUpdate> updates) {
    this(secret, source, client, updates, Optional.empty());
  }
}
