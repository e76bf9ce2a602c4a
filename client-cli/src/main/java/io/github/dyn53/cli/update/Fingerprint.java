package io.github.dyn53.cli.update;

import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.dns.Family;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether a host would be asked for with the same things as before. */
final class Fingerprint {

  private static final int BYTES = 8;

  private Fingerprint() {}

  /** The beginning of a SHA-256 of endpoints, host, sources and token. */
  static String of(List<URI> endpoints, HostSettings host) {
    var text = new StringBuilder();
    for (URI endpoint : endpoints) {
      text.append(endpoint).append('\n');
    }
    text.append(host.name().value()).append('\n');
    for (Family family : Family.values()) {
      for (SourceSpec source : host.sources(family)) {
        text.append(source.text()).append('\n');
      }
    }
    text.append(host.token().value());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
