package io.github.dyn53.emulator.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * An HTTP/1 server on 127.0.0.1 and, where this machine has it, on ::1, with the same port; on
 * other addresses only where it is told so.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final int EPHEMERAL_ATTEMPTS = 20;

  private final Server server;
  private final int port;

  private LoopbackServer(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Serves plain HTTP.
   *
   * @param port 0 takes any port that is free on both addresses
   * @throws UncheckedIOException if the port can't be had
   */
  public static LoopbackServer start(int port, HttpConfiguration settings, Handler handler) {
    return start(port, List.of(), settings, handler);
  }

  /** Serves plain HTTP at {@code others} as well; the rest as {@link #start}. */
  public static LoopbackServer start(
      int port, List<InetAddress> others, HttpConfiguration settings, Handler handler) {
    return start(port, others, handler, new HttpConnectionFactory(settings));
  }

  /** Serves HTTPS as {@code tls} says; the rest as {@link #start}. */
  public static LoopbackServer startTls(
      int port,
      List<InetAddress> others,
      HttpConfiguration settings,
      SslContextFactory.Server tls,
      Handler handler) {
    var http = new HttpConnectionFactory(settings);
    return start(port, others, handler, new SslConnectionFactory(tls, http.getProtocol()), http);
  }

  /** The port that all addresses listen on. */
  public int port() {
    return port;
  }

  /** Stops listening and drops the connections that are open. */
  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  private static LoopbackServer start(
      int port, List<InetAddress> others, Handler handler, ConnectionFactory... protocols) {
    var threads = new QueuedThreadPool();
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(new VirtualThreadPool());
    var server = new Server(threads);
    server.setHandler(handler);
    server.setErrorHandler(new JsonErrors());
    try {
      int bound = listen(server, port, others, protocols);
      LifeCycle.start(server);
      return new LoopbackServer(server, bound);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not listen on port %d: %s".formatted(port, e.getMessage()), e);
    }
  }

  private static int listen(
      Server server, int port, List<InetAddress> others, ConnectionFactory... protocols)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      ServerConnector ipv4 = open(server, "127.0.0.1", port, protocols);
      var open = new ArrayList<>(List.of(ipv4));
      try {
        for (String address : further(others)) {
          open.add(open(server, address, ipv4.getLocalPort(), protocols));
        }
        open.forEach(server::addConnector);
        return ipv4.getLocalPort();
      } catch (BindException e) {
        open.forEach(ServerConnector::close);
        // The port that was free on 127.0.0.1 may be taken elsewhere: then any other will do.
        if (port != 0 || attempt == EPHEMERAL_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static List<String> further(List<InetAddress> others) throws IOException {
    var further = new ArrayList<String>();
    if (hasIpv6()) {
      further.add("::1");
    }
    others.forEach(address -> further.add(address.getHostAddress()));
    return further;
  }

  private static ServerConnector open(
      Server server, String address, int port, ConnectionFactory... protocols) throws IOException {
    var connector = new ServerConnector(server, protocols);
    connector.setHost(address);
    connector.setPort(port);
    try {
      connector.open();
      return connector;
    } catch (IOException e) {
      // Jetty wraps it, and whoever wants to try another port asks for it by its class.
      throw e.getCause() instanceof BindException taken ? taken : e;
    }
  }

  private static boolean hasIpv6() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
  }
}
