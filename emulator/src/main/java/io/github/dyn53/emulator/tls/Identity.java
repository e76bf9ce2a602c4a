package io.github.dyn53.emulator.tls;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A key with the certificate that names its owner. */
record Identity(KeyPair keys, X509Certificate certificate) {

  /** Whether the certificate is already valid at {@code now} and stays so for {@code margin}. */
  boolean lasts(Instant now, Duration margin) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && now.plus(margin).isBefore(certificate.getNotAfter().toInstant());
  }
}
