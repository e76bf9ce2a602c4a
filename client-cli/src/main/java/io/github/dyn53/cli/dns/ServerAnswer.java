package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.IpAddress;
import java.util.Set;

/** What one of a zone's own name servers says of a host. */
public record ServerAnswer(DnsName server, Content content) {

  /** What it comes to. */
  public sealed interface Content {

    /** The addresses of the name, both families; perhaps none. */
    record Holds(Set<IpAddress> addresses) implements Content {
      public Holds {
        addresses = Set.copyOf(addresses);
      }
    }

    /** The zone has no such name. */
    record NoSuchName() implements Content {}

    /** It did not answer, or not for this zone. */
    record Unanswered(String reason) implements Content {}
  }
}
