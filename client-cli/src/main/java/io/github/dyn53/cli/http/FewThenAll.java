package io.github.dyn53.cli.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what a few roots vouch for, and asks all the others only about the rest. Written without
 * lambdas, which cost a new process milliseconds.
 */
final class FewThenAll extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager few;
  private final Source source;
  private @Nullable X509ExtendedTrustManager all;

  /** Reads all roots, which takes its time. */
  interface Source {
    X509ExtendedTrustManager read() throws GeneralSecurityException;
  }

  FewThenAll(X509ExtendedTrustManager few, Source source) {
    this.few = few;
    this.source = source;
  }

  private synchronized X509ExtendedTrustManager all() throws CertificateException {
    try {
      X509ExtendedTrustManager ready = all;
      if (ready == null) {
        ready = source.read();
        all = ready;
      }
      return ready;
    } catch (GeneralSecurityException e) {
      throw new CertificateException("the system's trusted certificates can't be read", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    try {
      few.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException e) {
      all().checkServerTrusted(chain, authType, socket);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    try {
      few.checkServerTrusted(chain, authType, engine);
    } catch (CertificateException e) {
      all().checkServerTrusted(chain, authType, engine);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      few.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      all().checkServerTrusted(chain, authType);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return few.getAcceptedIssuers();
  }

  private static CertificateException notAServer() {
    return new CertificateException("this program is no server");
  }
}
