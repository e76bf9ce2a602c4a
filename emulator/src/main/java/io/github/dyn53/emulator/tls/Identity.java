package io.github.dyn53.emulator.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A key with the certificate that names its owner. */
record Identity(PrivateKey key, X509Certificate certificate) {

  /** Whether the certificate is already valid at {@code now} and stays so for {@code margin}. */
  boolean lasts(Instant now, Duration margin) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && now.plus(margin).isBefore(certificate.getNotAfter().toInstant());
  }

  /** Whether the key is the one that the certificate is about. */
  boolean matches() throws GeneralSecurityException {
    byte[] probe = {1, 2, 3};
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(probe);
    byte[] signed = signature.sign();
    // Not by the certificate itself: the key usage of an authority forbids signing data.
    signature.initVerify(certificate.getPublicKey());
    signature.update(probe);
    return signature.verify(signed);
  }
}
