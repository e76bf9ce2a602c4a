package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the name servers of a host's zone and asks them, past every cache. */
public final class ZoneServers {

  /** Route 53 gives each zone four; more of them would only take more time. */
  private static final int MOST = 4;

  private final DnsExchange exchange;
  private final Resolver resolver;
  private final int port;

  /**
   * Finds them by way of the system's resolvers.
   *
   * @param port 53, or another in tests
   */
  public ZoneServers(DnsExchange exchange, Resolver resolver, int port) {
    this.exchange = exchange;
    this.resolver = resolver;
    this.port = port;
  }

  /** What each of them says of a host. */
  public ZoneAnswers ask(Hostname host) {
    Optional<DnsName> zone = zone(host.name());
    if (zone.isEmpty()) {
      return new ZoneAnswers.Unknown(
          "no zone was found for " + host + ": the resolver does not answer, or knows none");
    }
    if (!(resolver.ask(new Question(zone.get(), QueryType.NS))
        instanceof DnsLookup.Answered(DnsReply reply))) {
      return new ZoneAnswers.Unknown("the name servers of " + zone.get() + " were not found");
    }
    List<ServerAnswer> answers =
        reply.answers(QueryType.NS).stream()
            .limit(MOST)
            .map(server -> ask(new DnsName(server.value()), host.name()))
            .toList();
    return answers.isEmpty()
        ? new ZoneAnswers.Unknown("the zone " + zone.get() + " names no name servers")
        : new ZoneAnswers.Asked(zone.get(), answers);
  }

  /** The nearest zone at or above a name: its SOA record comes with any answer of a resolver. */
  private Optional<DnsName> zone(DnsName name) {
    for (DnsName at = name; ; at = new DnsName(at.value().substring(at.value().indexOf('.') + 1))) {
      if (resolver.ask(new Question(at, QueryType.SOA))
          instanceof DnsLookup.Answered(DnsReply reply)) {
        Optional<DnsName> zone =
            Stream.concat(reply.answers().stream(), reply.authority().stream())
                .filter(soa -> soa.type() == QueryType.SOA)
                .map(DnsRecord::name)
                .filter(name::isWithin)
                .findFirst();
        // An alias leads elsewhere, and the root or a top-level domain is nobody's own zone.
        if (zone.isPresent()) {
          return zone.filter(found -> found.value().indexOf('.') > 0);
        }
      }
      if (at.value().indexOf('.') < 0) {
        return Optional.empty();
      }
    }
  }

  private ServerAnswer ask(DnsName server, DnsName host) {
    ServerAnswer.Content content =
        new ServerAnswer.Content.Unanswered("no address is found for it");
    for (IpAddress address : resolver.addresses(server)) {
      content = ask(new InetSocketAddress(inet(address), port), host);
      if (!(content instanceof ServerAnswer.Content.Unanswered)) {
        break;
      }
    }
    return new ServerAnswer(server, content);
  }

  private ServerAnswer.Content ask(InetSocketAddress server, DnsName host) {
    Set<IpAddress> addresses = new LinkedHashSet<>();
    boolean exists = false;
    for (Family family : Family.values()) {
      switch (exchange.ask(server, new Question(host, QueryType.of(family)), false)) {
        case DnsLookup.Unanswered(String reason) -> {
          return new ServerAnswer.Content.Unanswered(reason);
        }
        case DnsLookup.Answered(DnsReply reply) -> {
          if (!reply.isUsable() || !reply.authoritative()) {
            return new ServerAnswer.Content.Unanswered(
                "it does not answer for this zone (response code " + reply.code() + ")");
          }
          exists |= reply.code() == DnsReply.NOERROR;
          addresses.addAll(reply.addresses(family));
        }
      }
    }
    return exists
        ? new ServerAnswer.Content.Holds(addresses)
        : new ServerAnswer.Content.NoSuchName();
  }

  private static InetAddress inet(IpAddress address) {
    try {
      return InetAddress.getByAddress(address.bytes());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
