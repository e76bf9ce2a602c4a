package io.github.dyn53.cli;

import io.github.dyn53.cli.dns.ServerAnswer;
import io.github.dyn53.cli.dns.ZoneAnswers;
import io.github.dyn53.cli.dns.ZoneServers;
import io.github.dyn53.cli.update.DnsAnswers;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the first of the zone's name servers says that answers.
 *
 * @param servers made when first needed: most configurations never ask
 */
record AuthoritativeAnswers(Supplier<ZoneServers> servers) implements DnsAnswers {

  @Override
  public Optional<Addresses> of(Hostname host) {
    if (servers.get().ask(host) instanceof ZoneAnswers.Asked asked) {
      for (ServerAnswer answer : asked.answers()) {
        switch (answer.content()) {
          case ServerAnswer.Content.Unanswered unanswered -> {}
          case ServerAnswer.Content.NoSuchName none -> {
            return Optional.of(Addresses.NONE);
          }
          case ServerAnswer.Content.Holds holds -> {
            return Optional.of(addresses(holds));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Addresses addresses(ServerAnswer.Content.Holds holds) {
    Addresses addresses = Addresses.NONE;
    for (IpAddress address : holds.addresses()) {
      addresses = addresses.with(address);
    }
    return addresses;
  }
}
