package io.github.dyn53.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A deployment of dyn53 reduced to one answer, on a port of its own. */
final class FakeEndpoint implements AutoCloseable {

  private final HttpServer server;
  private final List<String> updates = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "good 11.22.33.44";
  private volatile String address = "11.22.33.44";

  FakeEndpoint() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/checkip", exchange -> reply(exchange, 200, address));
    server.createContext(
        "/nic/update",
        exchange -> {
          updates.add(String.valueOf(exchange.getRequestURI().getQuery()));
          reply(exchange, status, answer);
        });
    server.start();
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  void answer(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
  }

  void see(String newAddress) {
    address = newAddress;
  }

  List<String> updates() {
    return updates;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
