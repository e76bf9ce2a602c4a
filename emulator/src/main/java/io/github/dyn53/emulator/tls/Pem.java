package io.github.dyn53.emulator.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Keys and certificates as the text that OpenSSL reads and writes. */
final class Pem {

  private Pem() {}

  /** Writes a key with its parts, or a certificate. */
  static String write(Object keyOrCertificate) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(keyOrCertificate);
    }
    return text.toString();
  }

  static X509Certificate certificate(String pem) throws IOException, CertificateException {
    if (read(pem) instanceof X509CertificateHolder holder) {
      return new JcaX509CertificateConverter().getCertificate(holder);
    }
    throw new IOException("not a certificate in PEM form");
  }

  static KeyPair keyPair(String pem) throws IOException {
    if (read(pem) instanceof PEMKeyPair pair) {
      return new JcaPEMKeyConverter().getKeyPair(pair);
    }
    throw new IOException("not a private key in PEM form");
  }

  private static Object read(String pem) throws IOException {
    try (var parser = new PEMParser(new StringReader(pem))) {
      Object found = parser.readObject();
      return found == null ? "" : found;
    }
  }
}
