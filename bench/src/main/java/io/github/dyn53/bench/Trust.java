package io.github.dyn53.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/**
 * What the children trust: every public authority, as in Lambda, since reading them is part of the
 * first handshake, and the one that signed for {@link StubAws}.
 *
 * @param java a key store in the form of the JDK's own
 * @param python a file of certificates in PEM form
 */
record Trust(Path java, Path python) {

  /** Writes both files beside {@code caFile}. */
  static Trust in(Path caFile) throws IOException, GeneralSecurityException {
    Path java = caFile.resolveSibling("trust.jks");
    Path python = caFile.resolveSibling("trust.pem");
    writeStore(caFile, java);
    String bundle = Command.output("python3", "-c", "import certifi; print(certifi.contents())");
    Files.writeString(python, bundle + Files.readString(caFile));
    return new Trust(java, python);
  }

  private static void writeStore(Path caFile, Path file)
      throws IOException, GeneralSecurityException {
    Path authorities = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = Files.newInputStream(authorities)) {
      store.load(in, null);
    }
    store.setCertificateEntry("dyn53", certificate(caFile));
    try (OutputStream out = Files.newOutputStream(file)) {
      // Nothing in it is secret; the password is the one of the JDK's own file.
      store.store(out, "changeit".toCharArray());
    }
  }

  private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
