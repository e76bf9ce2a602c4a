package io.github.dyn53.cli.http;

import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;

/**
 * Conscrypt's TLS (BoringSSL), which the image brings along: the JDK's own is Java that a one-shot
 * has to interpret, and takes most of its time (docs/decisions/0006-what-a-start-costs.md).
 *
 * @see <a href="https://conscrypt.org">Conscrypt</a>
 */
final class NativeTls {

  private NativeTls() {}

  /** It, or nothing where it is not on the class path or has no library for this system. */
  static Optional<Provider> find() {
    try {
      return Optional.of(Conscrypt.newProviderBuilder().provideTrustManager(true).build());
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }
}
