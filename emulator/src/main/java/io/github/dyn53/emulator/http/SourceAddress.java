package io.github.dyn53.emulator.http;

import java.net.InetAddress;

/** The text of an address as API Gateway writes {@code sourceIp}. */
final class SourceAddress {

  private SourceAddress() {}

  /** Dotted quad, or the shortest IPv6 text (RFC 5952 section 4) without a zone. */
  static String text(InetAddress address) {
    String full = address.getHostAddress().replaceFirst("%.*", "");
    if (full.indexOf(':') < 0) {
      return full;
    }
    for (int run = 8; run > 1; run--) {
      String zeros = "(^|:)0(:0){%d}(:|$)".formatted(run - 1);
      String shortened = full.replaceFirst(zeros, "::");
      if (!shortened.equals(full)) {
        return shortened;
      }
    }
    return full;
  }
}
