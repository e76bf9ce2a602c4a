package io.github.dyn53.update;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.IpAddress;
import java.util.List;

/**
 * What a client asks for, whatever protocol it spoke.
 *
 * @param secret what it showed to be let in
 * @param source the address the request came from
 * @param client the program, as it calls itself
 * @param updates what it asks of each host; the first counts where a host is named twice
 */
public record UpdateRequest(
    Secret secret, IpAddress source, String client, List<HostUpdate> updates) {

  public UpdateRequest {
    updates = List.copyOf(updates);
  }
}
