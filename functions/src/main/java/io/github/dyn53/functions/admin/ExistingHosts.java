package io.github.dyn53.functions.admin;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.Hosts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hosts that a command is about: one that can't be read can't be changed either. */
final class ExistingHosts {

  private ExistingHosts() {}

  /**
   * Finds a host.
   *
   * @param field the field that names it
   * @throws InvalidCommandException where it can't be read, with what to do about it
   */
  static Optional<Host> find(Hosts hosts, String field, Hostname hostname) {
    return Optional.ofNullable(find(hosts, field, List.of(hostname)).get(hostname));
  }

  /** Finds several hosts in the same way. */
  static Map<Hostname, Host> find(Hosts hosts, String field, Collection<Hostname> hostnames) {
    FoundHosts found = hosts.read(hostnames);
    found.spoilt().stream()
        .findFirst()
        .ifPresent(spoilt -> {
          throw new InvalidCommandException(
              field, "%s %s".formatted(spoilt.name(), Answers.whatToDo(spoilt)));
        });
    return found.hosts();
  }
}
