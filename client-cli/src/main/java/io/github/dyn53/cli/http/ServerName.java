package io.github.dyn53.cli.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dyn53.dns.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.StandardConstants;
import org.conscrypt.OkHostnameVerifier;

/**
 * The host that was asked for, as TLS has it. JSSE does all of this by itself, and takes a fifth of
 * the time of a whole run for it: it reads all the roots of its Java to look into a certificate,
 * and the tables of Unicode for a name of ASCII.
 *
 * @param host a name of ASCII, or an address literal without brackets
 */
record ServerName(String host) {

  /**
   * What the server is told (RFC 6066 section 3): the name, but no address.
   *
   * @return one name at the most
   */
  List<SNIServerName> toTell() {
    return isAddress() ? List.of() : List.of(new Told(host.getBytes(US_ASCII)));
  }

  /** Not {@link javax.net.ssl.SNIHostName}, whose constructor looks into Unicode. */
  private static final class Told extends SNIServerName {
    Told(byte[] name) {
      super(StandardConstants.SNI_HOST_NAME, name);
    }
  }

  /** For JSSE, which tells apart what it remembers of servers by it; to be taken for no name. */
  String key() {
    return "." + host;
  }

  /**
   * Looks whether the certificate is for the host (RFC 9110 section 4.3.4).
   *
   * @param session which is open, so that its certificates are believed
   * @throws CertificateException where it is not
   * @throws SSLPeerUnverifiedException where there is none
   */
  void require(SSLSession session) throws CertificateException, SSLPeerUnverifiedException {
    var first = (X509Certificate) session.getPeerCertificates()[0];
    var chain = new X509Certificate[] {first};
    if (!OkHostnameVerifier.strictInstance().verify(chain, asInCertificates(), session)) {
      throw new CertificateException("its certificate is not for " + host);
    }
  }

  /** An IPv6 address as the JDK reads it from a certificate: all eight groups, none compressed. */
  private String asInCertificates() throws CertificateException {
    Optional<IpAddress> literal = IpAddress.parse(host);
    try {
      return literal.isEmpty()
          ? host
          : InetAddress.getByAddress(literal.get().bytes()).getHostAddress();
    } catch (UnknownHostException e) {
      throw new CertificateException(e);
    }
  }

  private boolean isAddress() {
    return IpAddress.parse(host).isPresent();
  }
}
