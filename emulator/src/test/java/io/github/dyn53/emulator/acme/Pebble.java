package io.github.dyn53.emulator.acme;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.clients.LocalDyn53;
import io.github.dyn53.emulator.clients.RealProgram;
import io.github.dyn53.emulator.clients.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Let's Encrypt's certificate authority for tests, which looks names up in the emulator's DNS and
 * shows the emulator's own server certificate, so that clients trust one authority for both.
 *
 * @see <a href="https://github.com/letsencrypt/pebble">Pebble</a>
 */
final class Pebble implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final Duration UP_WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  /**
   * No pause for effect, no nonce refused on purpose, and nearly every order is proven anew: at 0 %
   * pebble still takes one name of a hundred for proven that the same account has proven before.
   *
   * @see <a href="https://github.com/letsencrypt/pebble/blob/v2.4.0/wfe/wfe.go">{@code
   *     makeAuthorizations}</a>
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "PEBBLE_VA_NOSLEEP", "1",
          "PEBBLE_WFE_NONCEREJECT", "0",
          "PEBBLE_AUTHZREUSE", "0");

  private final RunningProgram running;
  private final int port;

  private Pebble(RunningProgram running, int port) {
    this.running = running;
    this.port = port;
  }

  /** Starts it with {@code folder} for its files. */
  static Pebble start(Path folder, LocalDyn53 dyn53) {
    RealProgram pebble = RealProgram.require("pebble", "pebble").with(SETTINGS);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = freePort();
      String file = write(folder, port, dyn53.caFile()).toString();
      RunningProgram running =
          pebble.start(folder, "", List.of("-config", file, "-dnsserver", dyn53.dns()));
      if (isUp(running, port)) {
        return new Pebble(running, port);
      }
      // Somebody else took the port in the meantime.
      running.close();
    }
    throw new IllegalStateException("could not start pebble");
  }

  /** What ACME clients take as the server. */
  URI directory() {
    return URI.create("https://127.0.0.1:%d/dir".formatted(port));
  }

  /** How often it has asked so far for proof of a name; it says so before its client knows. */
  long proofsAsked() {
    return log().lines().filter(line -> line.endsWith(" authorizations in the db")).count();
  }

  /** What it has printed so far. */
  String log() {
    return running.output();
  }

  @Override
  public void close() {
    running.close();
  }

  private static Path write(Path folder, int port, Path caFile) {
    var json = new JsonMapper();
    ObjectNode root = json.createObjectNode();
    root.putObject("pebble")
        .put("listenAddress", "127.0.0.1:" + port)
        .put("certificate", caFile.resolveSibling("server.pem").toString())
        .put("privateKey", caFile.resolveSibling("server-key.pem").toString());
    try {
      return Files.writeString(folder.resolve("pebble.json"), root.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException("could not write into " + folder, e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  private static boolean isUp(RunningProgram running, int port) {
    long deadline = System.nanoTime() + UP_WITHIN.toNanos();
    while (running.isAlive() && System.nanoTime() < deadline) {
      if (accepts(port)) {
        return running.isAlive();
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return false;
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
