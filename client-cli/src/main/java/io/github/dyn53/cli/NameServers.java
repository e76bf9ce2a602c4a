package io.github.dyn53.cli;

import io.github.dyn53.cli.dns.DnsExchange;
import io.github.dyn53.cli.dns.Resolver;
import io.github.dyn53.cli.dns.SocketDnsExchange;
import io.github.dyn53.cli.dns.SystemResolvers;
import io.github.dyn53.cli.dns.ZoneServers;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** Who is asked about names. */
record NameServers(Resolver resolver, ZoneServers zones) {

  private static final Path RESOLVERS = Path.of("/etc/resolv.conf");
  private static final int PORT = 53;
  private static final String INSTEAD = "dyn53.resolver";

  /**
   * The system's resolvers and the zones' own servers. The property {@code dyn53.resolver} (address
   * literal, colon, port) puts another in place of the system's, and has zones' servers asked on
   * that port as well: for tests, which also look for no router then.
   */
  static NameServers ofSystem() {
    String instead = System.getProperty(INSTEAD, "");
    int colon = instead.lastIndexOf(':');
    if (colon < 0) {
      return of(SystemResolvers.read(RESOLVERS), PORT);
    }
    int port = Integer.parseInt(instead.substring(colon + 1));
    return of(List.of(new InetSocketAddress(instead.substring(0, colon), port)), port);
  }

  /** Whether tests have put another in the place of the system's. */
  static boolean areReplaced() {
    return System.getProperty(INSTEAD) != null;
  }

  private static NameServers of(List<InetSocketAddress> resolvers, int port) {
    DnsExchange exchange = new SocketDnsExchange(new LazySecureRandom());
    var resolver = new Resolver(exchange, resolvers);
    return new NameServers(resolver, new ZoneServers(exchange, resolver, port));
  }
}
