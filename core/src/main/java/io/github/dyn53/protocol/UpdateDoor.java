package io.github.dyn53.protocol;

import java.util.Optional;

/**
 * The path {@code /update}, which three protocols have in common: acme-dns posts to it, DuckDNS
 * names {@code domains}, and some UniFi gateways ask it what others ask {@code /nic/update}.
 */
final class UpdateDoor implements Door {

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
    boolean duck = Parameters.of(request).first("domains").isPresent();
    return (duck ? duckDns : dyndns2).handle(request, pathToken);
  }
}
