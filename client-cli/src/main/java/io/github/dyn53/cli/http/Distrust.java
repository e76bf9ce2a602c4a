package io.github.dyn53.cli.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;

/** Why a server is not believed, in the same plain words whoever's TLS it is. */
final class Distrust {

  private static final String UNKNOWN_AUTHORITY =
      "no authority that is trusted here vouches for it";

  private Distrust() {}

  /**
   * What is wrong with a certificate.
   *
   * @param own the server's, which is looked at first: judges tell its dates in different ways
   * @param e what the judge said
   */
  static String words(X509Certificate own, CertificateException e) {
    try {
      own.checkValidity();
    } catch (CertificateExpiredException tooLate) {
      return "its certificate has run out";
    } catch (CertificateNotYetValidException tooEarly) {
      return "its certificate is not valid yet by this machine's clock";
    }
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    if (deepest instanceof CertificateExpiredException) {
      return "the certificate of an authority that vouches for it has run out";
    }
    return isOfUnknownAuthority(deepest)
        ? UNKNOWN_AUTHORITY
        : UNKNOWN_AUTHORITY + " (" + deepest.getMessage() + ")";
  }

  /** Conscrypt gives no reason of the kind that the JDK has for it. */
  private static boolean isOfUnknownAuthority(Throwable deepest) {
    return deepest instanceof CertPathBuilderException
        || (deepest instanceof CertPathValidatorException invalid
            && (invalid.getReason() == PKIXReason.NO_TRUST_ANCHOR
                || String.valueOf(invalid.getMessage()).startsWith("Trust anchor")));
  }
}
