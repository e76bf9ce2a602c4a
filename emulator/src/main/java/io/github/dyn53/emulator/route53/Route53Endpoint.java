package io.github.dyn53.emulator.route53;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves the Route 53 API, version 2013-04-01, over plain HTTP on the loopback interface: what
 * {@code aws route53 --endpoint-url}, boto3 and the AWS SDKs speak.
 */
public final class Route53Endpoint implements AutoCloseable {
  private static final int MAX_THREADS = 64;

  private final Server server;
  private final ServerConnector connector;

  private Route53Endpoint(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to serve; its threads keep no process alive.
   *
   * @param port 0 for any that is free
   * @throws UncheckedIOException if the port cannot be used
   */
  public static Route53Endpoint start(int port, Route53Service service) {
    var threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("route53");
    threads.setDaemon(true);
    var server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Route53Handler(service));
    var endpoint = new Route53Endpoint(server, connector);
    endpoint.start();
    return endpoint;
  }

  private static HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Ids may be sent with their prefix, and then with an escaped slash or two slashes in a row.
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }

  private void start() {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("cannot serve Route 53 on port " + connector.getPort(), e);
    } catch (Exception e) { // Jetty declares no less.
      throw new IllegalStateException("Jetty did not start", e);
    }
  }

  /** Where it serves: {@code http://127.0.0.1:port}. */
  public URI uri() {
    return URI.create("http://%s:%d".formatted(connector.getHost(), connector.getLocalPort()));
  }

  /** Stops to serve; calls that are being performed are let finish for a moment. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Jetty declares no less.
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }
}
