package io.github.dyn53.protocol;

import java.util.Optional;
import java.util.Set;

/**
 * The path {@code /update}, which three protocols have in common: acme-dns posts to it, DuckDNS has
 * {@code domains}, and some UniFi gateways ask it what others ask {@code /nic/update}.
 */
final class UpdateDoor implements Door {

  /**
   * What only DuckDNS has. One that is empty counts: whose script has lost its domain must not have
   * the only host of its token moved in its place, still less by a certificate's clean-up.
   */
  private static final Set<String> DUCK_DNS = Set.of("domains", "txt");

  private final Door dyndns2;
  private final Door duckDns;
  private final Door acmeDns;

  UpdateDoor(Door dyndns2, Door duckDns, Door acmeDns) {
    this.dyndns2 = dyndns2;
    this.duckDns = duckDns;
    this.acmeDns = acmeDns;
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (request.method().equals("POST")) {
      return acmeDns.handle(request, pathToken);
    }
    boolean duck = !Parameters.of(request).named(DUCK_DNS).isEmpty();
    return (duck ? duckDns : dyndns2).handle(request, pathToken);
  }
}
