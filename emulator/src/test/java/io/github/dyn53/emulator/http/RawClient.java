package io.github.dyn53.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are and reads until the server closes, as inadyn does. */
final class RawClient {

  private static final int PATIENCE_MILLIS = 5_000;

  private RawClient() {}

  /** Everything the server sends to {@code request}, whose lines end with a line feed only. */
  static String send(String address, int port, String request) throws IOException {
    String crlf = request.replace("\n", "\r\n");
    for (InetAddress target : InetAddress.getAllByName(address)) {
      try (var socket = new Socket(target, port)) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(crlf.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      }
    }
    throw new IOException("no address: " + address);
  }
}
