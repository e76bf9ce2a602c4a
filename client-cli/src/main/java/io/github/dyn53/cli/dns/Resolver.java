package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Asks the system's resolvers, one after the other until one is able to tell. */
public final class Resolver {

  private final DnsExchange exchange;
  private final List<InetSocketAddress> servers;

  /** Asks these servers in this order. */
  public Resolver(DnsExchange exchange, List<InetSocketAddress> servers) {
    this.exchange = exchange;
    this.servers = List.copyOf(servers);
  }

  /** The first usable answer, or why there is none. */
  public DnsLookup ask(Question question) {
    DnsLookup last = new DnsLookup.Unanswered("this system names no resolver");
    for (InetSocketAddress server : servers) {
      last = exchange.ask(server, question, true);
      if (last instanceof DnsLookup.Answered(DnsReply reply)) {
        if (reply.isUsable()) {
          return last;
        }
        last =
            new DnsLookup.Unanswered(
                server.getAddress().getHostAddress()
                    + " is not able to tell (response code "
                    + reply.code()
                    + ")");
      }
    }
    return last;
  }

  /** All addresses of a name, IPv4 first; none where it has none or nobody answers. */
  public List<IpAddress> addresses(DnsName name) {
    List<IpAddress> addresses = new ArrayList<>();
    for (Family family : Family.values()) {
      if (ask(new Question(name, QueryType.of(family)))
          instanceof DnsLookup.Answered(DnsReply reply)) {
        addresses.addAll(reply.addresses(family));
      }
    }
    return addresses;
  }
}
