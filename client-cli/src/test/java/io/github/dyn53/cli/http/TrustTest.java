package io.github.dyn53.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class TrustTest {

  @Test
  void bringsAlongOnlyRootsThatTheRunningJdkTrustsToo()
      throws IOException, GeneralSecurityException {
    List<X509Certificate> trusted = trustedByTheJdk();
    List<String> names = new ArrayList<>();

    for (Certificate root : broughtAlong()) {
      assertThat(trusted).contains((X509Certificate) root);
      ((X509Certificate) root).checkValidity();
      names.add(((X509Certificate) root).getSubjectX500Principal().getName());
    }

    assertThat(names)
        .satisfiesExactly(
            name -> assertThat(name).contains("Amazon Root CA 1"),
            name -> assertThat(name).contains("Amazon Root CA 2"),
            name -> assertThat(name).contains("Amazon Root CA 3"),
            name -> assertThat(name).contains("Amazon Root CA 4"),
            name -> assertThat(name).contains("Starfield Services Root"));
  }

  private static Collection<? extends Certificate> broughtAlong()
      throws IOException, GeneralSecurityException {
    try (InputStream pem = Trust.class.getResourceAsStream(Trust.AMAZON)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(pem);
    }
  }

  private static List<X509Certificate> trustedByTheJdk() throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init((KeyStore) null);
    return List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
  }
}
