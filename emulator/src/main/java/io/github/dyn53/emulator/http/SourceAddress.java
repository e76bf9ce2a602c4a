package io.github.dyn53.emulator.http;

import io.github.dyn53.dns.IpAddress;
import java.net.InetAddress;

/** The text of an address as API Gateway writes {@code sourceIp}. */
final class SourceAddress {

  private SourceAddress() {}

  /** Dotted quad, or the shortest IPv6 text (RFC 5952 section 4) without a zone. */
  static String text(InetAddress address) {
    String unscoped = address.getHostAddress().replaceFirst("%.*", "");
    return IpAddress.parse(unscoped).orElseThrow().text();
  }
}
