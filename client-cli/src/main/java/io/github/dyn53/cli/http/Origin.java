package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.dns.Family;
import java.net.URI;
import java.util.Optional;

/**
 * Where a connection leads.
 *
 * @param host a name, or an address literal without brackets
 * @param family the only one it may use
 */
record Origin(boolean tls, String host, int port, Optional<Family> family) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;

  /**
   * Where a request leads.
   *
   * @throws UnreachableException where no server could be there
   */
  static Origin of(HttpRequest request) {
    URI url = request.url();
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    String host = url.getHost();
    if (host == null || !(tls || "http".equalsIgnoreCase(url.getScheme()))) {
      throw new UnreachableException(
          Reason.NAME, "the URL names no server: it must begin with https://NAME or http://NAME");
    }
    if (url.getPort() > LAST_PORT) {
      throw new UnreachableException(
          Reason.NAME, "the URL names port " + url.getPort() + "; the last one is " + LAST_PORT);
    }
    int port = url.getPort() < 0 ? usualPort(tls) : url.getPort();
    return new Origin(tls, plain(host), port, request.family());
  }

  /** Without the brackets of an address, or the dot that ends a name: no certificate has either. */
  private static String plain(String host) {
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static int usualPort(boolean tls) {
    return tls ? HTTPS : HTTP;
  }

  /** The value of the {@code Host} header (RFC 9110 section 7.2). */
  String authority() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == usualPort(tls) ? name : name + ":" + port;
  }

  /**
   * Tells origins apart. A record's own hashCode is linked at run time, which costs a one-shot
   * milliseconds.
   */
  String key() {
    return (tls ? "https " : "http ") + this + (family.isPresent() ? family.get().name() : "");
  }

  @Override
  public String toString() {
    return host + " port " + port;
  }
}
