package io.github.dyn53.cli.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose certificates are believed.
 *
 * @param file the certificates of this file (PEM) and no others; the system's where absent
 */
public record Trust(Optional<Path> file) {

  /** What this Java trusts, or {@code javax.net.ssl.trustStore} where that is set. */
  public static Trust usual() {
    return new Trust(Optional.empty());
  }

  /** The certificates of this file (PEM) and no others. */
  public static Trust only(Path caFile) {
    return new Trust(Optional.of(caFile));
  }
}
