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
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed; nothing is read before the first connection needs it.
 *
 * <p>A few roots brought along, to spare the JDK the reading of its 150, were measured to save
 * nothing: what costs is the first certificate, and the server sends one anyway.
 */
public final class Trust {

  private final Optional<Path> file;
  private @Nullable SSLSocketFactory sockets;

  private Trust(Optional<Path> file) {
    this.file = file;
  }

  /** What this Java trusts, or {@code javax.net.ssl.trustStore} where that is set. */
  public static Trust usual() {
    return new Trust(Optional.empty());
  }

  /** The certificates of this file (PEM) and no others. */
  public static Trust only(Path caFile) {
    return new Trust(Optional.of(caFile));
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
      context.init(null, file.isEmpty() ? null : managers(certificates(file.get())), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new UnreachableException(
          Reason.TLS, "the certificates to trust can't be read: " + e.getMessage());
    }
  }

  private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry(Integer.toString(store.size()), root);
      }
      if (store.size() == 0) {
        throw new CertificateException("no certificate");
      }
      return store;
    } catch (CertificateException e) {
      throw new CertificateException(file + " is not a file of PEM certificates", e);
    } catch (IOException e) {
      throw new IOException(file + " can't be opened", e);
    }
  }

  private static TrustManager[] managers(KeyStore roots) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return factory.getTrustManagers();
  }
}
