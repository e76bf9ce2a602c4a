package io.github.dyn53.cli.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedTrustManager;

/** The authorities whose word counts. */
interface Roots {

  /**
   * Who judges these certificates, by the roots that they may lead to.
   *
   * @param chain as the server sent it, its own first; not believed yet
   * @throws IOException where the roots can't be read
   */
  X509ExtendedTrustManager judgeOf(X509Certificate[] chain)
      throws IOException, GeneralSecurityException;

  /** All of them at once. */
  record All(X509ExtendedTrustManager judge) implements Roots {
    @Override
    public X509ExtendedTrustManager judgeOf(X509Certificate[] chain) {
      return judge;
    }
  }
}
