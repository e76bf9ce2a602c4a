package io.github.dyn53.cli.http;

import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.conscrypt.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Judges servers as soon as it is known whom to believe, and whether their certificate is for the
 * host that was asked for (RFC 9110 section 4.3.4). The JDK would do the latter by itself, but
 * reads all the roots it comes with to do so: a sixth of the time of a whole run.
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
    requireName(chain, socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null);
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
    requireName(chain, engine.getHandshakeSession());
  }

  private static void requireName(X509Certificate[] chain, @Nullable SSLSession session)
      throws CertificateException {
    if (session == null || session.getPeerHost() == null) {
      throw new CertificateException("it is not known which name to look for");
    }
    String host = asInCertificates(session.getPeerHost());
    if (!OkHostnameVerifier.strictInstance().verify(chain, host, session)) {
      throw new CertificateException("its certificate is not for " + host);
    }
  }

  /** An IPv6 address as the JDK reads it from a certificate: all eight groups, none compressed. */
  private static String asInCertificates(String host) throws CertificateException {
    Optional<IpAddress> literal = IpAddress.parse(host);
    try {
      return literal.isEmpty()
          ? host
          : InetAddress.getByAddress(literal.get().bytes()).getHostAddress();
    } catch (UnknownHostException e) {
      throw new CertificateException(e);
    }
  }

  /** Refuses: without the connection nobody knows which name to look for. */
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
