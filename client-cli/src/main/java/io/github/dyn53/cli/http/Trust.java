package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed; nothing is read before the first connection needs it. */
public final class Trust {

  /** The roots that an API Gateway endpoint's certificate can end in. */
  static final String AMAZON = "amazon-roots.pem";

  private final Kind kind;
  private final Optional<Path> file;
  private @Nullable SSLSocketFactory sockets;

  private enum Kind {
    USUAL,
    SYSTEM,
    FILE
  }

  private static final class AllRoots implements FewThenAll.Source {
    @Override
    public X509ExtendedTrustManager read() throws GeneralSecurityException {
      return all();
    }
  }

  private Trust(Kind kind, Optional<Path> file) {
    this.kind = kind;
    this.file = file;
  }

  /**
   * What the system trusts. Amazon's own roots are tried first, from this program: the JDK reads
   * its 150 in a tenth of a second, and does so only where a certificate ends elsewhere.
   */
  public static Trust usual() {
    return new Trust(Kind.USUAL, Optional.empty());
  }

  /** The JDK's trust store and nothing else, for who has set {@code javax.net.ssl.trustStore}. */
  public static Trust system() {
    return new Trust(Kind.SYSTEM, Optional.empty());
  }

  /** The certificates of this file (PEM) and no others. */
  public static Trust only(Path caFile) {
    return new Trust(Kind.FILE, Optional.of(caFile));
  }

  /**
   * Makes sockets.
   *
   * @throws UnreachableException where the certificates can't be read
   */
  synchronized SSLSocketFactory sockets() {
    SSLSocketFactory ready = sockets;
    if (ready == null) {
      ready = made();
      sockets = ready;
    }
    return ready;
  }

  private SSLSocketFactory made() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager()}, null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new UnreachableException(
          Reason.TLS, "the certificates to trust can't be read: " + e.getMessage());
    }
  }

  private X509ExtendedTrustManager manager() throws IOException, GeneralSecurityException {
    return switch (kind) {
      case USUAL -> new FewThenAll(managerOf(amazon()), new AllRoots());
      case SYSTEM -> all();
      case FILE -> managerOf(certificates(file.orElseThrow()));
    };
  }

  private static KeyStore amazon() throws IOException, GeneralSecurityException {
    try (InputStream pem = Trust.class.getResourceAsStream(AMAZON)) {
      if (pem == null) {
        throw new IOException(AMAZON + " is missing from this program");
      }
      return store(pem);
    }
  }

  private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = store(pem);
      if (store.size() == 0) {
        throw new CertificateException("no certificate in " + file);
      }
      return store;
    } catch (CertificateException e) {
      throw new CertificateException(file + " is not a file of PEM certificates", e);
    } catch (IOException e) {
      throw new IOException(file + " can't be opened", e);
    }
  }

  private static KeyStore store(InputStream pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      store.setCertificateEntry(Integer.toString(store.size()), root);
    }
    return store;
  }

  private static X509ExtendedTrustManager all() throws GeneralSecurityException {
    return managerOf(null);
  }

  private static X509ExtendedTrustManager managerOf(@Nullable KeyStore roots)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("this Java has no trust manager for X.509");
  }
}
