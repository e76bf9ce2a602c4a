package io.github.dyn53.cli.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What TLS and the judging of certificates are made with.
 *
 * @param provider whose they are; the JDK's where absent
 */
record TrustTools(Optional<Provider> provider) {

  private static final String JUDGES = "PKIX";

  /** Reads certificates: the JDK's, which Conscrypt reads those of the server with as well. */
  static CertificateFactory certificates() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509");
  }

  /** Holds certificates in memory; PKCS #12, the usual kind, loads 40 classes more to do so. */
  static KeyStore store(Collection<? extends Certificate> roots)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    for (Certificate root : roots) {
      store.setCertificateEntry(Integer.toString(store.size()), root);
    }
    return store;
  }

  /** Believes what these roots vouch for. */
  X509ExtendedTrustManager judge(KeyStore roots) throws GeneralSecurityException {
    TrustManagerFactory factory =
        provider.isPresent()
            ? TrustManagerFactory.getInstance(JUDGES, provider.get())
            : TrustManagerFactory.getInstance(JUDGES);
    factory.init(roots);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  /** TLS without keys of its own. */
  SSLContext context() throws GeneralSecurityException {
    return provider.isPresent()
        ? SSLContext.getInstance("TLS", provider.get())
        : SSLContext.getInstance("TLS");
  }

  /** The JDK's judge of the roots that this Java trusts. */
  static X509ExtendedTrustManager usualJudge() throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance(JUDGES);
    factory.init((KeyStore) null);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }
}
