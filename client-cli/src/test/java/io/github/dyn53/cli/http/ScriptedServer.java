package io.github.dyn53.cli.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;

/** A server on loopback that says its lines, whatever it is asked. */
final class ScriptedServer implements AutoCloseable {

  /** Instead of a reply: closes the connection. */
  static final String HANG_UP = "hang up";

  /** After a reply: closes the connection. */
  static final String THEN_HANG_UP = "\u0000";

  /** Instead of a reply: sends a byte from time to time and never ends. */
  static final String DRIP = "drip";

  private final ServerSocket server;
  private final Deque<String> replies;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  ScriptedServer(ServerSocketFactory sockets, InetAddress address, String... replies)
      throws IOException {
    this.server = sockets.createServerSocket(0, 50, address);
    this.replies = new ArrayDeque<>(List.of(replies));
    Thread.ofVirtual().start(this::accept);
  }

  static ScriptedServer plain(String... replies) throws IOException {
    return new ScriptedServer(
        ServerSocketFactory.getDefault(), InetAddress.getLoopbackAddress(), replies);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The first lines with all headers, as they came. */
  List<String> requests() {
    return requests;
  }

  Collection<Socket> connections() {
    return connections;
  }

  /**
   * Whether the clients close all connections, sooner or later; the script must not be at its end.
   */
  boolean hasSeenAllClosed() {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    boolean open = true;
    while (open && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      open = !connections.stream().allMatch(Socket::isClosed);
    }
    return !open;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      String reply = "";
      while (!reply.endsWith(THEN_HANG_UP)) {
        requests.add(request(in));
        reply = next();
        if (reply.equals(HANG_UP)) {
          return;
        }
        if (reply.equals(DRIP)) {
          drip(connection);
        }
        send(connection, reply.replace(THEN_HANG_UP, ""));
      }
    } catch (IOException e) {
      // The client went away.
    }
  }

  private synchronized String next() throws IOException {
    String reply = replies.poll();
    if (reply == null) {
      throw new IOException("the script is at its end");
    }
    return reply;
  }

  private static void drip(Socket connection) throws IOException {
    send(connection, "HTTP/1.1 200 OK\r\nX: ");
    while (true) {
      send(connection, "x");
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private static void send(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().flush();
  }

  private static String request(BufferedReader in) throws IOException {
    var request = new StringBuilder();
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      request.append(line).append('\n');
      line = in.readLine();
    }
    if (line == null) {
      throw new IOException("no more requests");
    }
    return request.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
