package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLSocket;
import javax.security.auth.x500.X500Principal;

/** Looks at certificates over connections like those of {@link SocketHttpClient}. */
public final class TlsCertificates implements Certificates {

  private final TlsSockets tls;

  /** Believes the certificates that {@code trust} does. */
  public TlsCertificates(Trust trust) {
    this.tls = new TlsSockets(trust, Optional::empty);
  }

  @Override
  public ServerCertificate of(URI https, Duration timeout) {
    Deadline deadline = Deadline.in(timeout);
    Origin origin =
        Origin.of(
            new HttpRequest("GET", https, Map.of(), Optional.empty(), Optional.empty(), timeout));
    Socket plain = Connection.connected(origin, Lookup.begin(origin).addresses(deadline), deadline);
    // TLS that does not open leaves what it was to open on.
    try (plain;
        Socket socket = tls.thorough(plain, origin, deadline)) {
      var first = (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
      return new ServerCertificate(
          signer(first.getIssuerX500Principal()), first.getNotAfter().toInstant());
    } catch (IOException e) {
      throw new UnreachableException(Reason.TLS, "the connection to " + origin + " broke off");
    }
  }

  /** The common name and the organization, which are what people know. */
  private static String signer(X500Principal issuer) {
    String common = "";
    String organization = "";
    try {
      for (Rdn part : new LdapName(issuer.getName()).getRdns()) {
        switch (part.getType()) {
          case "CN" -> common = String.valueOf(part.getValue());
          case "O" -> organization = String.valueOf(part.getValue());
          default -> {}
        }
      }
    } catch (InvalidNameException e) {
      return issuer.getName();
    }
    if (common.isEmpty()) {
      return organization.isEmpty() ? issuer.getName() : organization;
    }
    return organization.isEmpty() ? common : common + " (" + organization + ")";
  }
}
