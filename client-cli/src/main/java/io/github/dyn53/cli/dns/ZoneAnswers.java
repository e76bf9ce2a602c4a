package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import java.util.List;

/** What the name servers of a host's zone say. */
public sealed interface ZoneAnswers {

  /** All of them, in the order of the zone's NS records. */
  record Asked(DnsName zone, List<ServerAnswer> answers) implements ZoneAnswers {
    public Asked {
      answers = List.copyOf(answers);
    }
  }

  /** It could not be found out who they are. */
  record Unknown(String reason) implements ZoneAnswers {}
}
