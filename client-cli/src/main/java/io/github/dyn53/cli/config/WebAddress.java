package io.github.dyn53.cli.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of web servers, as people write them. */
public final class WebAddress {

  private static final int LAST_PORT = 65_535;

  private WebAddress() {}

  /** A URL by http or https that names a host and no user. */
  static Optional<URI> parse(String text) {
    try {
      var url = new URI(text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean plain = url.getUserInfo() == null && url.getPort() <= LAST_PORT;
      return web && url.getHost() != null && plain ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The base of a deployment: scheme, host, perhaps port and path; without a slash at its end. */
  public static Optional<URI> endpoint(String text) {
    String base = text;
    while (base.endsWith("/")) {
      base = base.substring(0, base.length() - 1);
    }
    Optional<URI> url = parse(base);
    boolean bare =
        url.isPresent() && url.get().getQuery() == null && url.get().getFragment() == null;
    return bare ? url : Optional.empty();
  }
}
