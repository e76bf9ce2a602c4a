package io.github.dyn53.emulator.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes connections, so many at a time, and lets each be answered in its own thread. */
final class TcpListener implements Listener {
  private static final System.Logger LOG = System.getLogger(TcpListener.class.getName());
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final int MAX_CONNECTIONS = 100;

  private final ServerSocket socket = new ServerSocket();
  private final Responder responder;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  TcpListener(InetSocketAddress address, Responder responder) throws IOException {
    this.responder = responder;
    try {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void run() {
    while (!socket.isClosed()) {
      try {
        take(socket.accept());
      } catch (IOException e) {
        // Either closed, which ends the loop, or one connection that broke before it began.
        LOG.log(System.Logger.Level.DEBUG, "no connection taken", e);
      }
    }
  }

  private void take(Socket connection) throws IOException {
    if (connections.size() >= MAX_CONNECTIONS) {
      connection.close();
      return;
    }
    connections.add(connection);
    var unused =
        Thread.ofVirtual()
            .name("dns-tcp")
            .start(() -> {
              new TcpConnection(connection, responder, IDLE).run();
              connections.remove(connection);
            });
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (var connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("failed to close the DNS server's TCP port", e);
    }
  }
}
