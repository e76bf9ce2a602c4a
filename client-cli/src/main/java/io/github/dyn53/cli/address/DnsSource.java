package io.github.dyn53.cli.address;

import io.github.dyn53.cli.dns.DnsExchange;
import io.github.dyn53.cli.dns.DnsLookup;
import io.github.dyn53.cli.dns.DnsReply;
import io.github.dyn53.cli.dns.QueryType;
import io.github.dyn53.cli.dns.Question;
import io.github.dyn53.cli.dns.SocketDnsExchange;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.cli.net.NameLookup;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.io.InterruptedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a name server answers for a name: some answer with the address of who asks. It is asked over
 * the family that is wanted, since it can see no other.
 */
public final class DnsSource implements AddressSource {

  private static final int PORT = 53;

  /** The system's resolver turns to its second server after five seconds (resolv.conf(5)). */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private final SourceSpec.Dns spec;
  private final int port;
  private final Duration patience;
  private final DnsExchange exchange;

  DnsSource(SourceSpec.Dns spec, int port, RandomGenerator random) {
    this(spec, port, random, PATIENCE);
  }

  /**
   * Asks on any port.
   *
   * @param patience how long the look-up of the server's own name may take
   */
  DnsSource(SourceSpec.Dns spec, int port, RandomGenerator random, Duration patience) {
    this.spec = spec;
    this.port = port;
    this.patience = patience;
    this.exchange = new SocketDnsExchange(random);
  }

  /**
   * Asks on port 53.
   *
   * @param random a cryptographic source: the number of a question is what a forger has to guess
   */
  public static DnsSource of(SourceSpec.Dns spec, RandomGenerator random) {
    return new DnsSource(spec, PORT, random);
  }

  @Override
  public String name() {
    return spec.text();
  }

  @Override
  public Finding find(Family family) {
    try {
      Optional<InetAddress> server = server(family);
      return server.isPresent()
          ? ask(new InetSocketAddress(server.get(), port), family)
          : new Finding.Failed(spec.server() + " can't be asked over " + label(family));
    } catch (UnknownHostException e) {
      return new Finding.Failed("the name server " + spec.server() + " was not found");
    } catch (SocketTimeoutException e) {
      return new Finding.Failed(
          "the name server " + spec.server() + " was not found in time: DNS does not answer");
    } catch (InterruptedIOException e) {
      return new Finding.Failed("the look-up of " + spec.server() + " was stopped");
    }
  }

  private Optional<InetAddress> server(Family family)
      throws UnknownHostException, InterruptedIOException {
    for (InetAddress address : NameLookup.begin(spec.server()).all(Deadline.in(patience))) {
      if (address instanceof Inet4Address == (family == Family.IPV4)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private Finding ask(InetSocketAddress server, Family family) {
    var question = new Question(spec.name().name(), QueryType.of(family));
    return switch (exchange.ask(server, question, true)) {
      case DnsLookup.Answered answered -> finding(answered.reply(), family);
      case DnsLookup.Unanswered unanswered ->
          new Finding.Failed(spec.server() + " can't be asked: " + unanswered.reason());
    };
  }

  private Finding finding(DnsReply reply, Family family) {
    List<IpAddress> addresses = reply.addresses(family);
    if (!addresses.isEmpty()) {
      return new Finding.Found(addresses.get(0), "dns");
    }
    return reply.isUsable()
        ? new Finding.None(
            spec.server() + " knows no " + label(family) + " address of " + spec.name())
        : new Finding.Failed(spec.server() + " answers with error " + reply.code());
  }

  private static String label(Family family) {
    return family == Family.IPV4 ? "IPv4" : "IPv6";
  }
}
