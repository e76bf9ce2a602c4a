package io.github.dyn53.cli.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * A server on loopback that speaks no TLS with its first connections, and nothing with the next.
 */
final class MuteServer implements AutoCloseable {

  private final ServerSocket server;
  private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

  /**
   * Starts.
   *
   * @param greetings how many connections are greeted and closed
   */
  MuteServer(int greetings) throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(greetings));
  }

  int port() {
    return server.getLocalPort();
  }

  /** Done once the client has closed the connection that nothing was said on. */
  CompletableFuture<Boolean> closed() {
    return closed;
  }

  private void serve(int greetings) {
    try {
      for (int i = 0; i < greetings; i++) {
        try (Socket connection = server.accept()) {
          connection.getOutputStream().write("220 mail.example.com ready\r\n".getBytes(US_ASCII));
          connection.getInputStream().readNBytes(100);
        }
      }
      try (Socket connection = server.accept()) {
        connection.getInputStream().readAllBytes();
        closed.complete(true);
      }
    } catch (IOException e) {
      closed.completeExceptionally(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
