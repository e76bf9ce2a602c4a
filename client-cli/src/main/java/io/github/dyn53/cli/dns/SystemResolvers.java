package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** The resolvers that this machine is set up to use. */
public final class SystemResolvers {

  private static final int PORT = 53;

  private SystemResolvers() {}

  /**
   * Reads them; none where the system does not tell.
   *
   * @param file {@code /etc/resolv.conf}; systems without it (Windows) are asked by way of the JDK
   */
  public static List<InetSocketAddress> read(Path file) {
    try {
      return ofLines(Files.readAllLines(file));
    } catch (IOException e) {
      return ofJdk();
    }
  }

  /** The {@code nameserver} lines of resolv.conf(5); without any, the resolver is this machine. */
  private static List<InetSocketAddress> ofLines(List<String> lines) {
    List<InetSocketAddress> servers = new ArrayList<>();
    for (String line : lines) {
      List<String> words = List.of(line.strip().split("[ \t]+", -1));
      if (words.size() >= 2 && words.get(0).equals("nameserver")) {
        add(words.get(1), servers);
      }
    }
    if (servers.isEmpty()) {
      servers.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
    }
    return servers;
  }

  /** The JDK's directory of names knows the system's servers where nothing else tells them. */
  @SuppressWarnings("JdkObsolete") // what JNDI wants
  private static List<InetSocketAddress> ofJdk() {
    var environment = new Hashtable<String, String>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    List<InetSocketAddress> servers = new ArrayList<>();
    try {
      var context = new InitialDirContext(environment);
      String urls = String.valueOf(context.getEnvironment().get(Context.PROVIDER_URL));
      for (String url : urls.split(" ", -1)) {
        add(url.substring(url.lastIndexOf('/') + 1), servers);
      }
      context.close();
    } catch (NamingException e) {
      return List.of();
    }
    return servers;
  }

  private static void add(String literal, List<InetSocketAddress> servers) {
    int zone = literal.indexOf('%');
    if (IpAddress.parse(zone < 0 ? literal : literal.substring(0, zone)).isEmpty()) {
      return;
    }
    try {
      servers.add(new InetSocketAddress(InetAddress.getByName(literal), PORT));
    } catch (UnknownHostException e) {
      // A link-local address of an interface that is not there.
    }
  }
}
