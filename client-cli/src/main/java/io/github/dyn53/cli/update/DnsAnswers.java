package io.github.dyn53.cli.update;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import java.util.Optional;

/** Port: what the zone's own name servers say. */
public interface DnsAnswers {

  /** Asks nobody. */
  DnsAnswers UNASKED = host -> Optional.empty();

  /** The addresses the host's name has there; nothing where none of the servers answered. */
  Optional<Addresses> of(Hostname host);
}
