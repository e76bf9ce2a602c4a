package io.github.dyn53.emulator.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Keys and certificates as the text that OpenSSL reads and writes. */
final class Pem {

  private Pem() {}

  static String write(X509Certificate certificate) throws IOException {
    return text(certificate);
  }

  /** Writes the form that OpenSSL calls "PRIVATE KEY": PKCS #8, not encrypted. */
  static String write(PrivateKey key) throws IOException {
    return text(new JcaPKCS8Generator(key, null));
  }

  static X509Certificate certificate(String pem) throws IOException, CertificateException {
    if (read(pem) instanceof X509CertificateHolder holder) {
      return new JcaX509CertificateConverter().getCertificate(holder);
    }
    throw new IOException("not a certificate in PEM form");
  }

  static PrivateKey privateKey(String pem) throws IOException {
    if (read(pem) instanceof PrivateKeyInfo key) {
      return new JcaPEMKeyConverter().getPrivateKey(key);
    }
    throw new IOException("not a private key in PEM form");
  }

  private static Object read(String pem) throws IOException {
    try (var parser = new PEMParser(new StringReader(pem))) {
      Object found = parser.readObject();
      return found == null ? "" : found;
    }
  }

  private static String text(Object content) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(content);
    }
    return text.toString();
  }
}
