package io.github.dyn53.cli.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges servers as soon as it is known whom to believe. Whether the certificate is for the host
 * that was asked for is {@link ServerName}'s to say.
 */
final class LateJudge extends X509ExtendedTrustManager {

  /** A file system that hangs must not hold a run, and its lock, for ever. */
  static final int PATIENCE_SECONDS = 20;

  private final Future<Roots> roots;

  LateJudge(Future<Roots> roots) {
    this.roots = roots;
  }

  private X509ExtendedTrustManager judgeOf(X509Certificate[] chain) throws CertificateException {
    try {
      return roots.get(PATIENCE_SECONDS, TimeUnit.SECONDS).judgeOf(chain);
    } catch (ExecutionException | TimeoutException | IOException | GeneralSecurityException e) {
      throw new CertificateException("it is not known whom to believe", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CertificateException("stopped", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    X509ExtendedTrustManager judge = judgeOf(chain);
    try {
      judge.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException e) {
      throw new CertificateException(Distrust.words(chain[0], e));
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    X509ExtendedTrustManager judge = judgeOf(chain);
    try {
      judge.checkServerTrusted(chain, authType, engine);
    } catch (CertificateException e) {
      throw new CertificateException(Distrust.words(chain[0], e));
    }
  }

  /** Refuses: what is not a connection of this client is of no concern here. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("not a connection");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw noServer();
  }

  private static CertificateException noServer() {
    return new CertificateException("this side is never the server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
