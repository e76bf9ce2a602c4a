package io.github.dyn53.emulator.http;

import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;

/**
 * A request that reached the front door, without its body.
 *
 * @param method as sent
 * @param protocol {@code HTTP/1.0} or {@code HTTP/1.1}
 * @param headers as sent, in that order
 * @param peer who sent it, and to which door
 * @param requestId what API Gateway would call it, unique
 * @param received when it came
 */
record GatewayRequest(
    String method,
    RequestTarget target,
    String protocol,
    HttpFields headers,
    Peer peer,
    String requestId,
    Instant received) {

  /**
   * Both ends of the connection.
   *
   * @param sourceIp the address of the socket's other end; no header has a say in it
   * @param scheme {@code http} or {@code https}
   * @param port the port that the request came in at
   */
  record Peer(String sourceIp, String scheme, int port) {}
}
